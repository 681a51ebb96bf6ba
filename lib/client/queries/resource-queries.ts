import { queryOptions } from '@tanstack/react-query';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type {
  LogLine,
  ResourceAction,
  ResourceEvent,
  ResourceManifest,
} from '@/lib/contracts/resource/live-resource';
import type { ApplicationDiff, Manifests } from '@/lib/contracts/resource/resource-diff';
import type { ResourceTree } from '@/lib/contracts/resource/resource-tree';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { ResourceKey } from '@/lib/domain/resource/resource-key';
import { readJsonLines } from '../api/read-json-lines';
import { openRequest, sendRequest } from '../api/send-request';
import { apiRoutes } from '../routes';
import { queryKeys } from './query-keys';

type Addressed = ResourceKey & { version?: string };

export const resourceTreeQuery = (ref: ApplicationRef) =>
  queryOptions({
    queryKey: queryKeys.tree(ref),
    queryFn: ({ signal }) => sendRequest<ResourceTree>(apiRoutes.tree(ref), { signal }),
  });

export const applicationDiffQuery = (ref: ApplicationRef) =>
  queryOptions({
    queryKey: queryKeys.diff(ref),
    queryFn: ({ signal }) => sendRequest<ApplicationDiff>(apiRoutes.diff(ref), { signal }),
  });

export const manifestsQuery = (ref: ApplicationRef, revision?: string) =>
  queryOptions({
    queryKey: [...queryKeys.manifests(ref), revision ?? ''] as const,
    queryFn: ({ signal }) => sendRequest<Manifests>(apiRoutes.manifests(ref, revision), { signal }),
  });

/** The live object of a node, masked; parsed from Argo CD's string. */
export const liveResourceQuery = (ref: ApplicationRef, key: Addressed) =>
  queryOptions({
    queryKey: [...queryKeys.resource(ref, key), 'live'] as const,
    queryFn: async ({ signal }) => {
      const answer = await sendRequest<ResourceManifest>(apiRoutes.resource(ref, key), { signal });
      return JSON.parse(answer.manifest) as KubernetesObject;
    },
  });

export const resourceActionsQuery = (ref: ApplicationRef, key: Addressed) =>
  queryOptions({
    queryKey: [...queryKeys.resource(ref, key), 'actions'] as const,
    queryFn: async ({ signal }) => {
      const path = apiRoutes.resourceActions(ref, key);
      return (await sendRequest<{ actions: ResourceAction[] }>(path, { signal })).actions;
    },
  });

/** Kubernetes events about the application, or about one of its resources. */
export const resourceEventsQuery = (
  ref: ApplicationRef,
  resource?: { namespace: string; name: string; uid: string },
) =>
  queryOptions({
    queryKey: [...queryKeys.events(ref), resource ?? null] as const,
    queryFn: ({ signal }) => {
      const query = resource && {
        resourceNamespace: resource.namespace,
        resourceName: resource.name,
        resourceUID: resource.uid,
      };
      const path = apiRoutes.events(ref, { ...query, format: 'summary' });
      return sendRequest<{ items: ResourceEvent[] }>(path, { signal });
    },
    refetchInterval: 10_000,
  });

export interface LogQuery {
  namespace: string;
  podName?: string;
  kind?: string;
  group?: string;
  resourceName?: string;
  container?: string;
  follow?: boolean;
  previous?: boolean;
  tailLines?: number;
  sinceSeconds?: number;
  filter?: string;
}

/** Log lines as they come; ends with the stream. */
export async function* readLogs(
  ref: ApplicationRef,
  query: LogQuery,
  signal: AbortSignal,
): AsyncGenerator<LogLine> {
  const response = await openRequest(apiRoutes.logs(ref, { ...query }), { signal });
  for await (const line of readJsonLines<LogLine>(response)) if (!line.last) yield line;
}
