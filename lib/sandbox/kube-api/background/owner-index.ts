import type { Store } from '../store/store';
import type { StoreEvent, StoreKey } from '../store/stored-object';

/** Who is owned by whom, by the owner's uid; and which uids exist. */
export class OwnerIndex {
  readonly #dependants = new Map<string, Map<string, StoreKey>>();
  readonly #living = new Map<string, StoreKey>();

  constructor(store: Store) {
    store.watch((event) => {
      this.#note(event);
    });
  }

  dependantsOf(uid: string): StoreKey[] {
    return [...(this.#dependants.get(uid)?.values() ?? [])];
  }

  keyOf(uid: string): StoreKey | undefined {
    return this.#living.get(uid);
  }

  #note({ type, key, object, previous }: StoreEvent): void {
    const id = `${key.resource}/${key.namespace}/${key.name}`;
    for (const owner of previous?.metadata.ownerReferences ?? []) {
      const owned = this.#dependants.get(owner.uid);
      owned?.delete(id);
      if (owned?.size === 0) this.#dependants.delete(owner.uid);
    }
    const { uid = '', ownerReferences = [] } = object.metadata;
    if (type === 'DELETED') {
      this.#living.delete(uid);
      return;
    }
    this.#living.set(uid, key);
    for (const owner of ownerReferences) {
      const owned = this.#dependants.get(owner.uid) ?? new Map<string, StoreKey>();
      owned.set(id, key);
      this.#dependants.set(owner.uid, owned);
    }
  }
}
