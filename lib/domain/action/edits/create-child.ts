import type { KubernetesObject } from '../../resource/kubernetes-object';
import type { ActionResult } from '../resource-action';

interface Child {
  apiVersion: string;
  kind: string;
  /** Appended to the owner's name. */
  suffix: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  spec: unknown;
  isControlled?: boolean;
}

/** A new object of the owner's namespace, named and owned after it. */
export function createChild(owner: KubernetesObject, child: Child): ActionResult {
  const { name = '', uid = '', namespace } = owner.metadata;
  const reference = { apiVersion: owner.apiVersion, kind: owner.kind, name, uid };
  const { labels, annotations, finalizers } = child;
  const object: KubernetesObject = {
    apiVersion: child.apiVersion,
    kind: child.kind,
    metadata: {
      name: `${name}-${child.suffix}`,
      ...(namespace === undefined ? {} : { namespace }),
      ...(labels && Object.keys(labels).length > 0 ? { labels } : {}),
      ...(annotations && Object.keys(annotations).length > 0 ? { annotations } : {}),
      ...(finalizers && finalizers.length > 0 ? { finalizers } : {}),
      ownerReferences: [
        child.isControlled ? { ...reference, blockOwnerDeletion: true, controller: true } : reference,
      ],
    },
    spec: structuredClone(child.spec) as NonNullable<KubernetesObject['spec']>,
  };
  return { ok: true, impacted: [{ operation: 'create', object }] };
}
