import type { KubernetesObject } from '../../resource/kubernetes-object';

export const SYNC_OPTIONS_ANNOTATION = 'argocd.argoproj.io/sync-options';

type Annotated = Pick<KubernetesObject, 'metadata'>;

/** The options of one object, as `Name=value` texts without blanks around. */
export function resourceOptionsOf(object: Annotated | undefined): string[] {
  const text = object?.metadata.annotations?.[SYNC_OPTIONS_ANNOTATION] ?? '';
  return text
    .split(',')
    .map((option) => option.trim())
    .filter((option) => option !== '');
}

/** Exact match, upper and lower case included: `prunelast=true` is nothing. */
export function hasResourceOption(object: Annotated | undefined, option: string): boolean {
  return resourceOptionsOf(object).includes(option);
}

/** Value of an option that the object states, such as `confirm` of `Prune=confirm`. */
export function resourceOption(object: Annotated | undefined, name: string): string | undefined {
  return resourceOptionsOf(object)
    .find((option) => option.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}
