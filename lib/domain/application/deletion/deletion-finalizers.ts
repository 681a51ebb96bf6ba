import type { KubernetesObject } from '../../resource/kubernetes-object';
import { isDeleteHook, type DeleteHookType } from '../../sync/hook/hook-types';

/** Finalizers of Argo CD on an Application, in the order in which deletion takes them off. */
export const RESOURCES_FINALIZER = 'resources-finalizer.argocd.argoproj.io';
const PRE_DELETE = 'pre-delete-finalizer.argocd.argoproj.io';
const POST_DELETE = 'post-delete-finalizer.argocd.argoproj.io';

export const HOOK_FINALIZERS: Record<DeleteHookType, { run: string; cleanup: string }> = {
  PreDelete: { run: PRE_DELETE, cleanup: `${PRE_DELETE}/cleanup` },
  PostDelete: { run: POST_DELETE, cleanup: `${POST_DELETE}/cleanup` },
};

const CASCADES: Record<string, 'Foreground' | 'Background'> = {
  [RESOURCES_FINALIZER]: 'Foreground',
  [`${RESOURCES_FINALIZER}/foreground`]: 'Foreground',
  [`${RESOURCES_FINALIZER}/background`]: 'Background',
  'foreground-finalizer.argocd.argoproj.io': 'Foreground',
  'background-finalizer.argocd.argoproj.io': 'Background',
};

/** How the resources go, by the Application's finalizers; undefined: they stay. */
export function cascadeOf(finalizers: readonly string[]): 'Foreground' | 'Background' | undefined {
  return finalizers.map((each) => CASCADES[each]).find((each) => each !== undefined);
}

/** The finalizers that ask for a cascade. */
export function cascadeFinalizers(finalizers: readonly string[]): string[] {
  return finalizers.filter((each) => CASCADES[each] !== undefined);
}

/** The Application's finalizers with those that its declared delete hooks need; the same array when none is missing. */
export function withHookFinalizers(
  finalizers: readonly string[],
  targets: readonly KubernetesObject[],
): readonly string[] {
  const missing = (['PreDelete', 'PostDelete'] as const).flatMap((type) => {
    if (!targets.some((target) => isDeleteHook(target, type))) return [];
    const { run, cleanup } = HOOK_FINALIZERS[type];
    return [run, cleanup].filter((each) => !finalizers.includes(each));
  });
  return missing.length > 0 ? [...finalizers, ...missing] : finalizers;
}
