'use client';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ArgoApplication, ArgoApplicationSpec } from '@/lib/contracts/application/argo-application';
import type { SyncRequestInput } from '@/lib/contracts/sync/sync-request';
import { sendRequest } from '../api/send-request';
import { queryKeys } from '../queries/query-keys';
import { apiRoutes } from '../routes';

const stale = (client: QueryClient, ref: ApplicationRef) =>
  Promise.all([
    client.invalidateQueries({ queryKey: queryKeys.of(ref) }),
    client.invalidateQueries({ queryKey: queryKeys.rows }),
  ]);

/** Asks for a sync. With `planDigest` a plan that has changed is refused (`plan-changed`), and the plan is read anew. */
export function useSync(ref: ApplicationRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: SyncRequestInput) =>
      sendRequest<ArgoApplication>(apiRoutes.sync(ref), { method: 'POST', body: request }),
    onMutate: () => client.removeQueries({ queryKey: queryKeys.progress(ref) }),
    onSettled: () => stale(client, ref),
  });
}

/** Ends the running operation. */
export function useTerminate(ref: ApplicationRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => sendRequest<object>(apiRoutes.operation(ref), { method: 'DELETE' }),
    onSettled: () => stale(client, ref),
  });
}

/** Looks at Git and the cluster anew; `hard` also forgets rendered manifests. */
export function useRefresh(ref: ApplicationRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (kind: 'normal' | 'hard') =>
      sendRequest<ArgoApplication>(apiRoutes.application(ref, { refresh: kind })),
    onSettled: () => stale(client, ref),
  });
}

export function useDeleteApplication(ref: ApplicationRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (choice: { cascade: boolean; propagationPolicy?: 'foreground' | 'background' }) =>
      sendRequest<object>(apiRoutes.application(ref, choice), { method: 'DELETE' }),
    onSettled: () => stale(client, ref),
  });
}

export function useCreateApplication() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (application: {
      metadata: { name: string; namespace?: string };
      spec: ArgoApplicationSpec;
    }) => sendRequest<ArgoApplication>(apiRoutes.applications, { method: 'POST', body: application }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.rows }),
  });
}

export function useUpdateSpec(ref: ApplicationRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (spec: ArgoApplicationSpec) =>
      sendRequest<ArgoApplicationSpec>(apiRoutes.applicationSpec(ref), { method: 'PUT', body: spec }),
    onSettled: () => stale(client, ref),
  });
}
