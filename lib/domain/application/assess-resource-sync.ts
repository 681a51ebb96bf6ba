import type { KubernetesObject } from '../resource/kubernetes-object';
import { gvkOf } from '../resource/resource-key';
import { isHook, isIgnored, isSkipped } from '../sync/hook/hook-types';
import { resourceOption } from '../sync/option/resource-options';
import { syncWaveOf } from '../sync/order/sync-wave';
import type { ResourceStatus, SyncStatus } from './application-status';

export const COMPARE_OPTIONS_ANNOTATION = 'argocd.argoproj.io/compare-options';

/** One pair of declared and live object with what the comparison found. */
export interface ComparedPair {
  target: KubernetesObject | undefined;
  live: KubernetesObject | undefined;
  isModified: boolean;
  /** Its tracking id names this very object. */
  isSelfReferenced: boolean;
  /** Its kind may be deployed by the project. */
  isPermitted: boolean;
  /** The destination namespace that the sync creates: being absent is no difference. */
  isManagedNamespace: boolean;
}

export interface ResourceSync {
  resource: ResourceStatus;
  /** Makes the Application OutOfSync. */
  counts: boolean;
}

export interface AppWideOptions {
  /** `Prune=confirm` or `Delete=confirm` for the whole Application. */
  needsConfirmation: boolean;
}

/** Sync status of one resource by Argo CD's rules (semantics.md §3). */
export function assessResourceSync(pair: ComparedPair, options: AppWideOptions): ResourceSync {
  const { target, live } = pair;
  const object = live ?? target;
  if (!object) throw new Error('a compared pair has a declared or a live object');
  const { group, version, kind } = gvkOf(object);
  const hook = isHook(object);
  const requiresPruning = !target && live !== undefined && pair.isSelfReferenced;
  const wave = target ? syncWaveOf(target) : 0;
  const { status, counts } = statusOf(pair, object, hook);
  const needsConfirmation = asksForConfirmation([target, live], options);
  const shown = pair.isPermitted ? status : 'Unknown';
  const resource: ResourceStatus = {
    ...(group ? { group } : {}),
    version,
    kind,
    ...(object.metadata.namespace ? { namespace: object.metadata.namespace } : {}),
    name: object.metadata.name ?? '',
    ...(shown ? { status: shown } : {}),
    ...(hook ? { hook } : {}),
    ...(requiresPruning ? { requiresPruning } : {}),
    ...(needsConfirmation ? { requiresDeletionConfirmation: true } : {}),
    ...(wave === 0 ? {} : { syncWave: wave }),
  };
  return { resource, counts };
}

/** What the object says of `Prune` and `Delete` wins over the Application's options. */
function asksForConfirmation(objects: (KubernetesObject | undefined)[], options: AppWideOptions): boolean {
  const answers = objects.flatMap((each) => [resourceOption(each, 'Prune'), resourceOption(each, 'Delete')]);
  const stated = answers.filter((each) => each !== undefined);
  return stated.includes('confirm') || (stated.length === 0 && options.needsConfirmation);
}

function statusOf(
  pair: ComparedPair,
  object: KubernetesObject,
  hook: boolean,
): { status: SyncStatus | undefined; counts: boolean } {
  const { target, live } = pair;
  if (hook || isIgnored(object) || (target && isSkipped(target)) || !pair.isSelfReferenced)
    return { status: undefined, counts: false };
  const differs = pair.isModified || !target || !live;
  if (pair.isManagedNamespace || !differs) return { status: 'Synced', counts: false };
  const isExtraneous = !target && live !== undefined;
  return { status: 'OutOfSync', counts: !(isExtraneous && hasCompareOption(object, 'IgnoreExtraneous')) };
}

/** Whether the object's compare-options list holds exactly this option. */
export function hasCompareOption(object: Pick<KubernetesObject, 'metadata'>, option: string): boolean {
  const options = object.metadata.annotations?.[COMPARE_OPTIONS_ANNOTATION] ?? '';
  return options.split(',').some((each) => each.trim() === option);
}
