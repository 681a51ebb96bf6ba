import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';

/** An object in the store: never changed in place, always with name, uid and resourceVersion. */
export type StoredObject = Readonly<KubernetesObject>;

/** `resource` is `<plural>` for the core group, else `<plural>.<group>`: one bucket for all versions of a kind. */
export interface StoreKey {
  resource: string;
  /** Empty for cluster-scoped objects. */
  namespace: string;
  name: string;
}

export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  key: StoreKey;
  resourceVersion: number;
  /** After the change; for DELETED the last state with the resourceVersion of the deletion. */
  object: StoredObject;
  /** Before the change; undefined for ADDED. */
  previous: StoredObject | undefined;
}

export function bucketOf(group: string, plural: string): string {
  return group === '' ? plural : `${plural}.${group}`;
}
