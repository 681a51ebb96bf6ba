import type { OwnerReference } from '@/lib/domain/resource/kubernetes-object';
import type { MutableObject } from '../admission/mutable-object';
import type { KindDefinition } from '../registry/kind-definition';
import { deleteObject, type DeleteRequest } from '../operations/delete-object';
import { isReadyToGo } from '../operations/commit-update';
import type { KubeApi } from '../operations/kube-api';
import type { StoredObject, StoreKey } from '../store/stored-object';
import { OwnerIndex } from './owner-index';
import type { RunSoon } from './run-soon';

/**
 * The garbage collector: dependants of a vanished owner go, foreground deletion waits for those that block it, orphans
 * lose their references.
 */
class GarbageCollector {
  readonly #api: KubeApi;
  readonly #owners: OwnerIndex;

  constructor(api: KubeApi, soon: RunSoon) {
    this.#api = api;
    this.#owners = new OwnerIndex(api.store);
    api.store.watch(({ type, key, object, previous }) => {
      if (type === 'DELETED') soon.add(() => this.#afterDeletion(object));
      else if (object.metadata.deletionTimestamp !== undefined) soon.add(() => this.#advance(key));
      const references = object.metadata.ownerReferences ?? [];
      const isNew = references.length !== (previous?.metadata.ownerReferences ?? []).length;
      // An owner may have gone before its dependant was made.
      if (type !== 'DELETED' && isNew && references.length > 0) soon.add(() => this.#collect(key));
    });
  }

  #afterDeletion(owner: StoredObject): void {
    for (const key of this.#owners.dependantsOf(owner.metadata.uid ?? '')) this.#collect(key);
    for (const reference of owner.metadata.ownerReferences ?? []) {
      const key = this.#owners.keyOf(reference.uid);
      if (key) this.#advance(key);
    }
  }

  /** Deletes a dependant when none of its owners is left; drops the references to those that are gone otherwise. */
  #collect(key: StoreKey): void {
    const object = this.#api.store.get(key);
    const references = object?.metadata.ownerReferences ?? [];
    if (!object || references.length === 0) return;
    const left = references.filter((reference) => this.#owners.keyOf(reference.uid) !== undefined);
    if (left.length === references.length) return;
    if (left.length === 0) this.#delete(key, { propagationPolicy: undefined });
    else this.#replaceMetadata(key, object, { ownerReferences: left });
  }

  /** The next step of an object under deletion with one of the collector's finalizers. */
  #advance(key: StoreKey): void {
    const object = this.#api.store.get(key);
    const { finalizers = [], uid = '', deletionTimestamp } = object?.metadata ?? {};
    if (!object || deletionTimestamp === undefined) return;
    if (finalizers.includes('orphan')) {
      for (const dependant of this.#owners.dependantsOf(uid)) this.#orphan(dependant, uid);
      this.#removeFinalizer(key, 'orphan');
    } else if (finalizers.includes('foregroundDeletion')) this.#advanceForeground(key, uid);
  }

  #advanceForeground(key: StoreKey, uid: string): void {
    let isBlocked = false;
    for (const dependant of this.#owners.dependantsOf(uid)) {
      const object = this.#api.store.get(dependant);
      if (!object) continue;
      const reference = object.metadata.ownerReferences?.find((each) => each.uid === uid);
      const hasOtherOwner = this.#hasLivingOwner(object, uid);
      if (hasOtherOwner) {
        this.#orphan(dependant, uid);
        continue;
      }
      if (reference?.blockOwnerDeletion === true) isBlocked = true;
      if (object.metadata.deletionTimestamp === undefined)
        this.#delete(dependant, { propagationPolicy: 'Foreground' });
    }
    const isFree = this.#owners
      .dependantsOf(uid)
      .every((dependant) => !blocks(this.#api.store.get(dependant), uid));
    if (!isBlocked || isFree) this.#removeFinalizer(key, 'foregroundDeletion');
  }

  #hasLivingOwner(object: StoredObject, except: string): boolean {
    return (object.metadata.ownerReferences ?? []).some((reference) => {
      const key = reference.uid === except ? undefined : this.#owners.keyOf(reference.uid);
      return key !== undefined && this.#api.store.get(key)?.metadata.deletionTimestamp === undefined;
    });
  }

  #orphan(key: StoreKey, uid: string): void {
    const object = this.#api.store.get(key);
    if (!object) return;
    const ownerReferences = (object.metadata.ownerReferences ?? []).filter((each) => each.uid !== uid);
    this.#replaceMetadata(key, object, { ownerReferences });
  }

  #removeFinalizer(key: StoreKey, finalizer: string): void {
    const object = this.#api.store.get(key);
    if (!object) return;
    const finalizers = (object.metadata.finalizers ?? []).filter((each) => each !== finalizer);
    this.#replaceMetadata(key, object, { finalizers });
  }

  #replaceMetadata(
    key: StoreKey,
    object: StoredObject,
    change: { ownerReferences?: OwnerReference[]; finalizers?: string[] },
  ): void {
    const metadata = { ...object.metadata, ...change };
    if (metadata.ownerReferences?.length === 0) delete metadata.ownerReferences;
    if (metadata.finalizers?.length === 0) delete metadata.finalizers;
    const next = { ...object, metadata } as unknown as MutableObject;
    const kind = this.#kindOf(key);
    if (kind && isReadyToGo(kind, next)) this.#api.store.delete(key);
    else this.#api.store.update(key, next);
  }

  #delete(key: StoreKey, request: { propagationPolicy: DeleteRequest['propagationPolicy'] }): void {
    const kind = this.#kindOf(key);
    if (!kind || !this.#api.store.get(key)) return;
    const { propagationPolicy } = request;
    deleteObject(this.#api, kind, key, {
      dryRun: false,
      ...(propagationPolicy ? { propagationPolicy } : {}),
    });
  }

  #kindOf(key: StoreKey): KindDefinition | undefined {
    return this.#api.kinds.inBucket(key.resource)[0];
  }
}

function blocks(dependant: StoredObject | undefined, uid: string): boolean {
  return (dependant?.metadata.ownerReferences ?? []).some(
    (reference) => reference.uid === uid && reference.blockOwnerDeletion === true,
  );
}

/** Starts the collector; it runs for as long as `soon` does. */
export function collectGarbage(api: KubeApi, soon: RunSoon): void {
  new GarbageCollector(api, soon);
}
