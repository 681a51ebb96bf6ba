import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';

export interface StoreChange {
  id: string;
  before: KubernetesObject | undefined;
  after: KubernetesObject | undefined;
}

/** Objects of one kind by `namespace/name`; an older version never replaces a newer one. */
export class ObjectStore {
  readonly #objects = new Map<string, KubernetesObject>();

  get(id: string): KubernetesObject | undefined {
    return this.#objects.get(id);
  }

  values(): KubernetesObject[] {
    return [...this.#objects.values()];
  }

  /** Returns undefined when this or a newer version is known. */
  putNewer(id: string, object: KubernetesObject): StoreChange | undefined {
    const before = this.#objects.get(id);
    if (before && before.metadata.uid === object.metadata.uid && versionOf(before) >= versionOf(object))
      return undefined;
    this.#objects.set(id, withoutManagedFields(object));
    return { id, before, after: object };
  }

  change(type: 'ADDED' | 'MODIFIED' | 'DELETED', object: KubernetesObject): StoreChange[] {
    const id = idOf(object);
    if (type !== 'DELETED') {
      const change = this.putNewer(id, object);
      return change ? [change] : [];
    }
    const before = this.#objects.get(id);
    if (!before || before.metadata.uid !== object.metadata.uid) return [];
    this.#objects.delete(id);
    return [{ id, before, after: undefined }];
  }

  /** A complete list: what it lacks is gone. */
  replace(objects: KubernetesObject[]): StoreChange[] {
    const present = new Set(objects.map(idOf));
    const gone = [...this.#objects].filter(([id]) => !present.has(id));
    for (const [id] of gone) this.#objects.delete(id);
    const changed = objects.flatMap((object) => this.putNewer(idOf(object), object) ?? []);
    return [...gone.map(([id, before]) => ({ id, before, after: undefined })), ...changed];
  }
}

const idOf = ({ metadata }: KubernetesObject): string => `${metadata.namespace ?? ''}/${metadata.name ?? ''}`;

/** Resource versions are opaque in theory; every API server counts upwards. */
const versionOf = ({ metadata }: KubernetesObject): number => Number(metadata.resourceVersion ?? 0);

function withoutManagedFields(object: KubernetesObject): KubernetesObject {
  if (!object.metadata.managedFields) return object;
  const metadata = { ...object.metadata };
  delete metadata.managedFields;
  return { ...object, metadata };
}
