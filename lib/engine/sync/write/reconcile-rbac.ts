import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { GroupVersionKind } from '@/lib/domain/resource/resource-key';
import { clientSideApply } from './client-side-apply';
import { kubectlName, type WriteContext, type WriteResult } from './write-context';

const KINDS = new Set(['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding']);
const FIELDS = ['rules', 'aggregationRule', 'roleRef', 'subjects'];

export function isRbac({ group, kind }: Pick<GroupVersionKind, 'group' | 'kind'>): boolean {
  return group === 'rbac.authorization.k8s.io' && KINDS.has(kind);
}

/** Roles and bindings go through kubectl's reconcile first, as in Argo CD: an absent one is made bare, then applied. */
export async function reconcileRbac(
  target: KubernetesObject,
  live: KubernetesObject | undefined,
  options: { force: boolean },
  context: WriteContext,
): Promise<WriteResult> {
  if (live) return clientSideApply(target, live, options, context);
  const { name = '', namespace } = target.metadata;
  const bare: KubernetesObject = {
    apiVersion: target.apiVersion,
    kind: target.kind,
    metadata: { name, ...(namespace ? { namespace } : {}) },
  };
  for (const field of FIELDS) if (target[field] !== undefined) bare[field] = target[field];
  const created = await context.client.create(bare, {}, context.signal);
  const applied = await clientSideApply(target, created, options, context);
  return {
    ...applied,
    message: `${kubectlName(target)} reconciled. reconciliation required create\n${applied.message}`,
  };
}
