'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ResourceManifest } from '@/lib/contracts/resource/live-resource';
import type { JsonValue } from '@/lib/domain/resource/json';
import type { ResourceKey } from '@/lib/domain/resource/resource-key';
import { sendRequest } from '../api/send-request';
import { queryKeys } from '../queries/query-keys';
import { apiRoutes } from '../routes';

type Addressed = ResourceKey & { version?: string };

export function useDeleteResource(ref: ApplicationRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...choice }: { key: Addressed; force?: boolean; orphan?: boolean }) =>
      sendRequest<object>(apiRoutes.resource(ref, key, choice), { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.of(ref) }),
  });
}

export function usePatchResource(ref: ApplicationRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { key: Addressed; patch: JsonValue; type: 'merge' | 'json' | 'strategic' }) => {
      const patchType = `application/${change.type === 'strategic' ? 'strategic-merge' : change.type === 'json' ? 'json' : 'merge'}-patch+json`;
      const path = apiRoutes.resource(ref, change.key, { patchType });
      // Argo CD's body is a string of JSON that holds the patch.
      return sendRequest<ResourceManifest>(path, { method: 'POST', body: JSON.stringify(change.patch) });
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.of(ref) }),
  });
}

export function useRunAction(ref: ApplicationRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, action }: { key: Addressed; action: string }) =>
      sendRequest<object>(apiRoutes.runAction(ref), {
        method: 'POST',
        body: {
          group: key.group,
          version: key.version ?? '',
          kind: key.kind,
          namespace: key.namespace,
          resourceName: key.name,
          action,
        },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.of(ref) }),
  });
}
