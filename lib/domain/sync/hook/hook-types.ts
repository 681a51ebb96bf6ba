import type { SyncPhase } from '../../application/application-status';
import type { KubernetesObject } from '../../resource/kubernetes-object';

const HOOK_ANNOTATION = 'argocd.argoproj.io/hook';
const HELM_HOOK_ANNOTATION = 'helm.sh/hook';
/** Keeps a running hook from vanishing before its outcome is known. */
export const HOOK_FINALIZER = 'argocd.argoproj.io/hook-finalizer';

const HOOK_TYPES = ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'Skip'] as const;
type HookType = (typeof HOOK_TYPES)[number];
export type DeleteHookType = 'PreDelete' | 'PostDelete';

type Annotated = Pick<KubernetesObject, 'metadata'>;

const HELM_TYPES: Record<string, HookType> = {
  'pre-install': 'PreSync',
  'pre-upgrade': 'PreSync',
  'post-install': 'PostSync',
  'post-upgrade': 'PostSync',
};
const HELM_DELETE_TYPES = { PreDelete: 'pre-delete', PostDelete: 'post-delete' } as const;

/**
 * Types of the Argo CD annotation in its order; without a valid one those of Helm's. Unknown words count for nothing,
 * and upper and lower case matter.
 */
export function hookTypesOf(object: Annotated): HookType[] {
  const own = unique(
    words(object, HOOK_ANNOTATION).flatMap((word) => HOOK_TYPES.filter((each) => each === word)),
  );
  if (own.length > 0) return own;
  return unique(words(object, HELM_HOOK_ANNOTATION).flatMap((word) => HELM_TYPES[word] ?? []));
}

/** Declared only to be left out: `hook: Skip` and nothing else that is valid. */
export function isSkipped(object: Annotated): boolean {
  const types = hookTypesOf(object);
  return types.length === 1 && types[0] === 'Skip';
}

/** Whether a hook annotation takes the object out of the ordinary resources, with valid types or without. */
export function isHook(object: Annotated): boolean {
  const annotations = object.metadata.annotations ?? {};
  if (annotations[HOOK_ANNOTATION] !== undefined) return !isSkipped(object);
  const helm = annotations[HELM_HOOK_ANNOTATION];
  return helm !== undefined && helm !== 'crd-install';
}

/** A hook for nothing that a sync does: neither synced nor compared (delete hooks and unknown words are such). */
export function isIgnored(object: Annotated): boolean {
  return isHook(object) && hookTypesOf(object).length === 0;
}

/** Whether it runs before or after the deletion of its Application. */
export function isDeleteHook(object: Annotated, type: DeleteHookType): boolean {
  return (
    words(object, HOOK_ANNOTATION).includes(type) ||
    words(object, HELM_HOOK_ANNOTATION).includes(HELM_DELETE_TYPES[type])
  );
}

/** Phases that an object takes part in; an ordinary one in `Sync`, a skipped or ignored one in none. */
export function syncPhasesOf(object: Annotated): SyncPhase[] {
  if (isSkipped(object)) return [];
  if (!isHook(object)) return ['Sync'];
  return hookTypesOf(object).filter((type): type is SyncPhase => type !== 'Skip');
}

function words(object: Annotated, annotation: string): string[] {
  return (object.metadata.annotations?.[annotation] ?? '').split(',').map((word) => word.trim());
}

function unique<T>(items: T[]): T[] {
  return [...new Set(items)];
}
