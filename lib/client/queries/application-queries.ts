import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import type { ApplicationPage, ApplicationQueryInput } from '@/lib/contracts/application/application-query';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ArgoApplication } from '@/lib/contracts/application/argo-application';
import type { RevisionMetadata } from '@/lib/contracts/resource/live-resource';
import type { OperationPage } from '@/lib/contracts/sync/operation';
import { sendRequest } from '../api/send-request';
import { apiRoutes } from '../routes';
import { queryKeys } from './query-keys';

const SHA = /^[0-9a-f]{40}$/;

/** One page of /apps. */
export const applicationPageQuery = (query: ApplicationQueryInput) =>
  queryOptions({
    queryKey: [...queryKeys.rows, 'page', query] as const,
    queryFn: ({ signal }) => sendRequest<ApplicationPage>(apiRoutes.rows(query), { signal }),
    placeholderData: keepPreviousData,
  });

/** All pages of /apps, one after another. */
export const applicationPagesQuery = (query: Omit<ApplicationQueryInput, 'continue'>) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.rows, 'pages', query] as const,
    queryFn: ({ signal, pageParam }) =>
      sendRequest<ApplicationPage>(apiRoutes.rows({ ...query, continue: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last: ApplicationPage) => last.continue ?? undefined,
    placeholderData: keepPreviousData,
  });

export const applicationDetailQuery = (ref: ApplicationRef) =>
  queryOptions({
    queryKey: queryKeys.detail(ref),
    queryFn: ({ signal }) => sendRequest<ApplicationDetail>(apiRoutes.detail(ref), { signal }),
  });

/** The custom resource itself. */
export const argoApplicationQuery = (ref: ApplicationRef) =>
  queryOptions({
    queryKey: [...queryKeys.of(ref), 'resource-itself'] as const,
    queryFn: ({ signal }) => sendRequest<ArgoApplication>(apiRoutes.application(ref), { signal }),
  });

/** Every operation that the ledger knows, newest first. */
export const historyQuery = (ref: ApplicationRef, limit = 50) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.history(ref), limit] as const,
    queryFn: ({ signal, pageParam }) =>
      sendRequest<OperationPage>(apiRoutes.history(ref, { limit, continue: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last: OperationPage) => last.continue ?? undefined,
  });

/** Author and message of a commit; a full SHA never changes. */
export const revisionQuery = (ref: ApplicationRef, revision: string, sourceIndex = 0) =>
  queryOptions({
    queryKey: [...queryKeys.revision(ref, revision), sourceIndex] as const,
    queryFn: ({ signal }) =>
      sendRequest<RevisionMetadata>(apiRoutes.revision(ref, revision, sourceIndex), { signal }),
    staleTime: SHA.test(revision) ? Infinity : 60_000,
    enabled: revision !== '',
  });
