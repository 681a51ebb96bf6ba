import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ActivityPage, ActivityQueryInput } from '@/lib/contracts/platform/activity';
import type { ClusterList } from '@/lib/contracts/platform/cluster';
import type { EngineStatus } from '@/lib/contracts/platform/engine-status';
import type { Overview } from '@/lib/contracts/platform/overview';
import type { ProjectList } from '@/lib/contracts/platform/project';
import type { RepositoryList } from '@/lib/contracts/platform/repository';
import type { Version } from '@/lib/contracts/platform/version';
import type { WindowsView } from '@/lib/contracts/sync/window';
import { sendRequest } from '../api/send-request';
import { apiRoutes } from '../routes';
import { queryKeys } from './query-keys';

export const overviewQuery = () =>
  queryOptions({
    queryKey: queryKeys.overview,
    queryFn: ({ signal }) => sendRequest<Overview>(apiRoutes.overview, { signal }),
  });

/** Clusters and whether their data is live; kept true by the stream. */
export const engineStatusQuery = () =>
  queryOptions({
    queryKey: queryKeys.status,
    queryFn: ({ signal }) => sendRequest<EngineStatus>(apiRoutes.status, { signal }),
  });

export const activityQuery = (query: Omit<ActivityQueryInput, 'continue'>) =>
  infiniteQueryOptions({
    queryKey: [...queryKeys.activity, query] as const,
    queryFn: ({ signal, pageParam }) =>
      sendRequest<ActivityPage>(apiRoutes.activity({ ...query, continue: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last: ActivityPage) => last.continue ?? undefined,
    placeholderData: keepPreviousData,
  });

export const windowsQuery = (span: { from?: string; until?: string } = {}) =>
  queryOptions({
    queryKey: [...queryKeys.windows, span] as const,
    queryFn: ({ signal }) => sendRequest<WindowsView>(apiRoutes.windows(span), { signal }),
  });

export const clustersQuery = () =>
  queryOptions({
    queryKey: queryKeys.clusters,
    queryFn: ({ signal }) => sendRequest<ClusterList>(apiRoutes.clusters, { signal }),
  });

export const projectsQuery = () =>
  queryOptions({
    queryKey: queryKeys.projects,
    queryFn: ({ signal }) => sendRequest<ProjectList>(apiRoutes.projects, { signal }),
  });

export const repositoriesQuery = () =>
  queryOptions({
    queryKey: queryKeys.repositories,
    queryFn: ({ signal }) => sendRequest<RepositoryList>(apiRoutes.repositories, { signal }),
  });

export const versionQuery = () =>
  queryOptions({
    queryKey: queryKeys.version,
    queryFn: ({ signal }) => sendRequest<Version>(apiRoutes.version, { signal }),
    staleTime: Infinity,
  });
