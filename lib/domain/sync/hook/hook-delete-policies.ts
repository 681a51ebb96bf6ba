import type { KubernetesObject } from '../../resource/kubernetes-object';

const HOOK_DELETE_POLICIES = ['BeforeHookCreation', 'HookSucceeded', 'HookFailed'] as const;
export type HookDeletePolicy = (typeof HOOK_DELETE_POLICIES)[number];

const HELM_POLICIES: Record<string, HookDeletePolicy> = {
  'before-hook-creation': 'BeforeHookCreation',
  'hook-succeeded': 'HookSucceeded',
  'hook-failed': 'HookFailed',
};

/** When a hook is deleted: what both annotations say, and `BeforeHookCreation` when they say nothing. */
export function hookDeletePoliciesOf(object: Pick<KubernetesObject, 'metadata'>): HookDeletePolicy[] {
  const own = words(object, 'argocd.argoproj.io/hook-delete-policy').flatMap((word) =>
    HOOK_DELETE_POLICIES.filter((each) => each === word),
  );
  const helm = words(object, 'helm.sh/hook-delete-policy').flatMap((word) => HELM_POLICIES[word] ?? []);
  const policies = [...new Set(own), ...new Set(helm)];
  return policies.length > 0 ? policies : ['BeforeHookCreation'];
}

function words(object: Pick<KubernetesObject, 'metadata'>, annotation: string): string[] {
  return (object.metadata.annotations?.[annotation] ?? '').split(',').map((word) => word.trim());
}
