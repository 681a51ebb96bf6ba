import { applicationId, type Application } from '@/lib/domain/application/application';
import { mergeConditions } from '@/lib/domain/application/conditions/merge-conditions';
import { projectLiveResource } from '@/lib/domain/live/project-live-resource';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { resourceKeyOf } from '@/lib/domain/resource/resource-key';
import type { ClusterConnection } from '../control/cluster-connections';
import type { EngineContext } from '../engine-context';
import { isAdapterError } from '../ports/adapter-error';
import type { PropagationPolicy } from '../ports/cluster-client';
import { clientSideApply } from '../sync/write/client-side-apply';
import { referenceOf } from '../sync/write/write-context';

/** Applies delete hooks; the live cache knows them at once. */
export async function createHooks(
  hooks: readonly KubernetesObject[],
  { client, cache, schemas }: ClusterConnection,
  { clock, signal, control, assessHealth }: EngineContext,
): Promise<void> {
  const { instanceLabelKey } = control.settings;
  const observe = (object: KubernetesObject) =>
    cache.observe(projectLiveResource(object, { instanceLabelKey, assessHealth }));
  const schemaOf = (object: KubernetesObject) => schemas.schemaOf(object);
  await Promise.all(
    hooks.map(async (hook) => {
      const live = await client.get(referenceOf(hook), signal);
      const context = { client, clock, signal, observe, schemaOf };
      const { object } = await clientSideApply(hook, live, { force: false }, context);
      const known = object ?? live;
      if (known) observe(known);
    }),
  );
}

/** Asks the objects to go; one that is gone already counts as deleted. */
export async function deleteObjects(
  objects: readonly KubernetesObject[],
  { client, cache }: ClusterConnection,
  propagationPolicy: PropagationPolicy,
  { signal }: EngineContext,
): Promise<void> {
  await Promise.all(
    objects.map(async (object) => {
      try {
        const left = await client.delete(referenceOf(object), { propagationPolicy }, signal);
        if (!left) cache.forget(resourceKeyOf(object));
      } catch (error) {
        if (!isAdapterError(error, 404)) throw error;
        cache.forget(resourceKeyOf(object));
      }
    }),
  );
}

export async function removeFinalizers(
  app: Application,
  names: readonly string[],
  { control, writer, signal }: EngineContext,
): Promise<void> {
  const id = applicationId(app);
  const present = control.application(id)?.metadata.finalizers ?? [];
  const kept = present.filter((each) => !names.includes(each));
  if (kept.length === present.length) return;
  await writer.patch(id, { metadata: { finalizers: kept.length > 0 ? kept : null } }, signal);
}

/** Says in the Application's conditions why its deletion does not go on. */
export async function reportDeletionError(
  app: Application,
  error: unknown,
  { control, writer, clock, signal }: EngineContext,
): Promise<void> {
  const present = control.application(applicationId(app));
  if (!present) return;
  const message = error instanceof Error ? error.message : String(error);
  const before = present.status?.conditions ?? [];
  const conditions = mergeConditions(
    before,
    [{ type: 'DeletionError', message }],
    ['DeletionError'],
    clock.now(),
  );
  const status = JSON.parse(JSON.stringify({ ...present.status, conditions })) as JsonObject;
  await writer.patchStatus(present, status, {}, signal);
}
