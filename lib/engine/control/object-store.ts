import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';

type Identified = Pick<KubernetesObject, 'metadata'>;

export interface StoreChange<T> {
  id: string;
  before: T | undefined;
  after: T | undefined;
}

/**
 * Objects of one kind by `namespace/name`; an older version never replaces a newer one. `T` is what the
 * kind's CRD guarantees.
 */
export class ObjectStore<T extends Identified = KubernetesObject> {
  readonly #objects = new Map<string, T>();

  get(id: string): T | undefined {
    return this.#objects.get(id);
  }

  values(): T[] {
    return [...this.#objects.values()];
  }

  /** Returns undefined when this or a newer version is known. */
  putNewer(id: string, object: T): StoreChange<T> | undefined {
    const before = this.#objects.get(id);
    if (before && before.metadata.uid === object.metadata.uid && versionOf(before) >= versionOf(object))
      return undefined;
    this.#objects.set(id, withoutManagedFields(object));
    return { id, before, after: object };
  }

  change(type: 'ADDED' | 'MODIFIED' | 'DELETED', object: T): StoreChange<T>[] {
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
  replace(objects: T[]): StoreChange<T>[] {
    const present = new Set(objects.map(idOf));
    const gone = [...this.#objects].filter(([id]) => !present.has(id));
    for (const [id] of gone) this.#objects.delete(id);
    const changed = objects.flatMap((object) => this.putNewer(idOf(object), object) ?? []);
    return [...gone.map(([id, before]) => ({ id, before, after: undefined })), ...changed];
  }
}

const idOf = ({ metadata }: Identified): string => `${metadata.namespace ?? ''}/${metadata.name ?? ''}`;

/** Resource versions are opaque in theory; every API server counts upwards. */
const versionOf = ({ metadata }: Identified): number => Number(metadata.resourceVersion ?? 0);

function withoutManagedFields<T extends Identified>(object: T): T {
  if (!object.metadata.managedFields) return object;
  const metadata = { ...object.metadata };
  delete metadata.managedFields;
  return { ...object, metadata };
}
