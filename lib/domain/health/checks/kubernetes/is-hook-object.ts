import type { KubernetesObject } from '../../../resource/kubernetes-object';

const HOOK = 'argocd.argoproj.io/hook';
const HELM_HOOK = 'helm.sh/hook';

/** Whether an object is declared as a hook; Argo CD's own annotation with only `Skip` is none, CRD hooks of Helm are none. */
export function isHookObject(object: KubernetesObject): boolean {
  const annotations = object.metadata.annotations ?? {};
  const own = annotations[HOOK];
  if (own !== undefined) return own !== 'Skip';
  const helm = annotations[HELM_HOOK];
  return helm !== undefined && helm !== 'crd-install';
}
