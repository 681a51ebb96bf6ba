import type { KubernetesObject, OwnerReference } from '@/lib/domain/resource/kubernetes-object';
import type { KindReference, SandboxClient } from '../../kube-api/client/sandbox-client';

/** Reference by which a controller marks what it made. */
export function controllerReference(owner: KubernetesObject): OwnerReference {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name ?? '',
    uid: owner.metadata.uid ?? '',
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** Objects of a kind in the owner's namespace that it controls, oldest first. */
export function ownedBy(
  client: SandboxClient,
  owner: KubernetesObject,
  kind: KindReference,
): KubernetesObject[] {
  return client
    .list(kind, { namespace: owner.metadata.namespace ?? '' })
    .filter((each) =>
      each.metadata.ownerReferences?.some((ref) => ref.controller === true && ref.uid === owner.metadata.uid),
    )
    .sort(
      (a, b) =>
        (a.metadata.creationTimestamp ?? '').localeCompare(b.metadata.creationTimestamp ?? '') ||
        (a.metadata.name ?? '').localeCompare(b.metadata.name ?? ''),
    );
}

export function isReady(pod: KubernetesObject): boolean {
  const conditions =
    (pod.status as { conditions?: { type: string; status: string }[] } | undefined)?.conditions ?? [];
  return (
    !pod.metadata.deletionTimestamp &&
    conditions.some(({ type, status }) => type === 'Ready' && status === 'True')
  );
}

export function podPhase(pod: KubernetesObject): string {
  return (pod.status as { phase?: string } | undefined)?.phase ?? 'Pending';
}
