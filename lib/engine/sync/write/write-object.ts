import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { gvkOf } from '@/lib/domain/resource/resource-key';
import type { SyncOptions } from '@/lib/domain/sync/option/sync-options';
import { writeStrategyOf, type WriteStrategy } from '@/lib/domain/sync/option/write-strategy';
import { clientSideApply, refuseGeneratedName } from './client-side-apply';
import { isRbac, reconcileRbac } from './reconcile-rbac';
import { replaceObject } from './replace-object';
import { serverSideApply } from './server-side-apply';
import type { WriteContext, WriteResult } from './write-context';

/** Writes one object as its options ask. Throws `AdapterError` with the API server's words. */
export async function writeObject(
  target: KubernetesObject,
  live: KubernetesObject | undefined,
  options: SyncOptions,
  context: WriteContext,
): Promise<WriteResult> {
  const result = await writeBy(writeStrategyOf(target, live, options), target, live, context);
  if (result.object) context.observe(result.object);
  return result;
}

function writeBy(
  strategy: WriteStrategy,
  target: KubernetesObject,
  live: KubernetesObject | undefined,
  context: WriteContext,
): Promise<WriteResult> {
  const { force, migrateFrom } = strategy;
  switch (strategy.method) {
    case 'create':
    case 'replace':
      return replaceObject(target, live, { force }, context);
    case 'update':
      return replaceObject(target, live, { force: false }, context);
    case 'server-side-apply':
      return serverSideApply(target, live, { dryRun: false, migrateFrom }, context);
    case 'apply':
      return isRbac(gvkOf(target))
        ? reconcileRbac(target, live, { force }, context)
        : clientSideApply(target, live, { force }, context);
  }
}

/**
 * What can be said of a write without sending it: of server-side apply by a dry run on the server; of the others, as in
 * Argo CD, by what the client can know.
 */
export async function checkWrite(
  target: KubernetesObject,
  live: KubernetesObject | undefined,
  options: SyncOptions,
  context: WriteContext,
): Promise<string> {
  const { method } = writeStrategyOf(target, live, options);
  if (method === 'server-side-apply')
    await serverSideApply(target, live, { dryRun: true, migrateFrom: undefined }, context);
  if (method === 'apply') refuseGeneratedName(target);
  return 'dry run passed';
}
