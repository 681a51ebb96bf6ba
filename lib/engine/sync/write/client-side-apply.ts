import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { readLastApplied, withLastApplied } from '@/lib/domain/structured-merge/managed/last-applied';
import { threeWayPatch } from '@/lib/domain/three-way/three-way-patch';
import { AdapterError, isAdapterError } from '../../ports/adapter-error';
import { deleteAndWait } from './delete-and-wait';
import {
  asJson,
  FIELD_MANAGER,
  kubectlName,
  manifestOf,
  referenceOf,
  type WriteContext,
  type WriteResult,
} from './write-context';

/** Conflicts are tried again this often, each time against what is live then. */
const CONFLICT_RETRIES = 5;

/**
 * Client-side apply as kubectl's: POST with the last-applied annotation, or a three-way patch against it; nothing is sent
 * when nothing changes. With force an object that refuses the patch is deleted and made anew.
 */
export async function clientSideApply(
  target: KubernetesObject,
  live: KubernetesObject | undefined,
  options: { force: boolean },
  context: WriteContext,
): Promise<WriteResult> {
  refuseGeneratedName(target);
  const manifest = manifestOf(target);
  const modified = withLastApplied(manifest, manifest);
  if (!live) return create(modified, context);
  let current = live;
  for (let attempt = 0; ; attempt++) {
    try {
      return await patch(modified, current, context);
    } catch (error) {
      if (options.force && (isAdapterError(error, 422) || isAdapterError(error, 409)))
        return recreate(modified, current, context);
      if (!isAdapterError(error, 409) || attempt >= CONFLICT_RETRIES) throw error;
      const fresh = await context.client.get(referenceOf(target), context.signal);
      if (!fresh) return create(modified, context);
      current = fresh;
    }
  }
}

/** An apply needs to know which object it is about. */
export function refuseGeneratedName(target: KubernetesObject): void {
  if (target.metadata.name) return;
  const message = `from ${target.metadata.generateName ?? ''}: cannot use generate name with apply`;
  throw new AdapterError(message, { retry: 'terminal', reason: 'BadRequest' });
}

async function create(modified: KubernetesObject, { client, signal }: WriteContext): Promise<WriteResult> {
  const created = await client.create(modified, { fieldManager: FIELD_MANAGER }, signal);
  return { message: `${kubectlName(modified)} created`, object: created };
}

async function patch(
  modified: KubernetesObject,
  current: KubernetesObject,
  context: WriteContext,
): Promise<WriteResult> {
  const name = kubectlName(modified);
  const original = readLastApplied(current);
  const schema = await context.schemaOf(modified);
  const change = threeWayPatch({
    original: original && asJson(original),
    modified: asJson(modified),
    current: asJson(current),
    schema,
  });
  if (!change) return { message: `${name} unchanged` };
  const { client, signal } = context;
  const patched = await client
    .patch(referenceOf(modified), change.type, change.patch, { fieldManager: FIELD_MANAGER }, signal)
    .catch((error: unknown) => {
      throw error instanceof AdapterError ? withPrefix(error, 'error when patching "manifest": ') : error;
    });
  return { message: `${name} configured`, object: patched };
}

async function recreate(
  modified: KubernetesObject,
  current: KubernetesObject,
  context: WriteContext,
): Promise<WriteResult> {
  await deleteAndWait(referenceOf(current), current.metadata.uid, 'Background', context);
  const { object } = await create(modified, context);
  return { message: `${kubectlName(modified)} configured`, ...(object ? { object } : {}) };
}

function withPrefix(error: AdapterError, prefix: string): AdapterError {
  const { retry, status, reason } = error;
  return new AdapterError(prefix + error.message, {
    retry,
    ...(status === undefined ? {} : { status }),
    ...(reason === undefined ? {} : { reason }),
    cause: error,
  });
}
