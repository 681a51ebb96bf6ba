import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { LAST_APPLIED_ANNOTATION } from '@/lib/domain/structured-merge/managed/last-applied';
import { migrateManagedFields, ownersOfLastApplied } from './migrate-managed-fields';
import {
  FIELD_MANAGER,
  kubectlName,
  manifestOf,
  referenceOf,
  type WriteContext,
  type WriteResult,
} from './write-context';

export interface ServerSideApplyOptions {
  dryRun: boolean;
  /** Field manager of earlier client-side writes to take over before the apply; undefined: none. */
  migrateFrom: string | undefined;
}

/**
 * Forced server-side apply as Argo CD's. Fields that client-side writes still own are moved to our Apply entry
 * and applied once more, so that what left Git goes from the cluster.
 */
export async function serverSideApply(
  target: KubernetesObject,
  live: KubernetesObject | undefined,
  options: ServerSideApplyOptions,
  context: WriteContext,
): Promise<WriteResult> {
  const { client, signal } = context;
  const manifest = withoutLastApplied(manifestOf(target));
  const write = { fieldManager: FIELD_MANAGER, force: true, ...(options.dryRun ? { dryRun: true } : {}) };
  const message = `${kubectlName(target)} serverside-applied`;
  if (live && options.migrateFrom && !options.dryRun) await migrate(live, [options.migrateFrom], context);
  const applied = await client.apply(manifest, write, signal);
  const earlier = ownersOfLastApplied(applied);
  if (options.dryRun || earlier.length === 0) return { message, object: applied };
  await migrate(applied, earlier, context);
  return { message, object: await client.apply(manifest, write, signal) };
}

async function migrate(
  object: KubernetesObject,
  managers: string[],
  { client, signal }: WriteContext,
): Promise<void> {
  const managedFields = migrateManagedFields(object.metadata.managedFields ?? [], managers, FIELD_MANAGER);
  if (!managedFields) return;
  await client.patch(
    referenceOf(object),
    'json',
    [
      { op: 'replace', path: '/metadata/managedFields', value: managedFields },
      // The server refuses it when somebody wrote in between.
      { op: 'replace', path: '/metadata/resourceVersion', value: object.metadata.resourceVersion ?? '' },
    ],
    { fieldManager: FIELD_MANAGER },
    signal,
  );
}

function withoutLastApplied(object: KubernetesObject): KubernetesObject {
  const annotations = object.metadata.annotations;
  if (annotations?.[LAST_APPLIED_ANNOTATION] === undefined) return object;
  const kept = Object.fromEntries(
    Object.entries(annotations).filter(([key]) => key !== LAST_APPLIED_ANNOTATION),
  );
  return { ...object, metadata: { ...object.metadata, annotations: kept } };
}
