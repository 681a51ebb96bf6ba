import type { LiveResource } from '@/lib/domain/live/live-resource';
import { formatResourceKey, type ResourceKey } from '@/lib/domain/resource/resource-key';
import type { ResourceChange } from './cluster-cache';

const MAX_DEPTH = 20;
const REMEMBERED_GONE = 10_000;

/** Live resources by key, by owner's uid, by namespace, and the tracked ones apart. */
export class ResourceIndex {
  readonly #byKey = new Map<string, LiveResource>();
  readonly #byUid = new Map<string, LiveResource>();
  readonly #children = new Map<string, Set<string>>();
  readonly #namespaces = new Map<string, Set<string>>();
  readonly #kinds = new Map<string, Set<string>>();
  readonly #tracked = new Set<string>();
  readonly #byOwnerName = new Map<string, Set<string>>();
  /** uids of what went last: the answer to a write may arrive after the watch has told of the deletion. */
  readonly #gone = new Set<string>();

  get size(): number {
    return this.#byKey.size;
  }

  get(key: string): LiveResource | undefined {
    return this.#byKey.get(key);
  }

  /** Returns the change, or undefined when this very version is known. */
  put(resource: LiveResource): ResourceChange | undefined {
    const key = formatResourceKey(resource.key);
    const before = this.#byKey.get(key);
    if (before?.uid === resource.uid && before.resourceVersion === resource.resourceVersion) return undefined;
    if (before) this.#unlink(key, before);
    this.#gone.delete(resource.uid);
    this.#link(key, resource);
    return { before, after: resource };
  }

  /** Like put, but an older resourceVersion never replaces a newer one, and what is gone stays gone. */
  putNewer(resource: LiveResource): ResourceChange | undefined {
    const before = this.#byKey.get(formatResourceKey(resource.key));
    if (this.#gone.has(resource.uid)) return undefined;
    if (before?.uid === resource.uid && Number(before.resourceVersion) >= Number(resource.resourceVersion))
      return undefined;
    return this.put(resource);
  }

  /** With a uid, only that very object goes: its successor under the same name may be known already. */
  remove(resourceKey: ResourceKey, uid?: string): ResourceChange | undefined {
    const key = formatResourceKey(resourceKey);
    const before = this.#byKey.get(key);
    const gone = uid ?? before?.uid;
    if (gone) this.#remember(gone);
    if (!before || (uid !== undefined && before.uid !== uid)) return undefined;
    this.#unlink(key, before);
    return { before, after: undefined };
  }

  #remember(uid: string): void {
    this.#gone.add(uid);
    const [oldest] = this.#gone;
    if (this.#gone.size > REMEMBERED_GONE && oldest !== undefined) this.#gone.delete(oldest);
  }

  /** A new list of one kind: what is no longer in it is gone. `kind` is `group/Kind`. */
  replaceKind(kind: string, resources: LiveResource[]): ResourceChange[] {
    const present = new Set(resources.map((each) => formatResourceKey(each.key)));
    const gone = [...(this.#kinds.get(kind) ?? [])].filter((key) => !present.has(key));
    const removed = gone.map((key) => this.#byKey.get(key)).filter((each) => each !== undefined);
    return [
      ...removed.map((each) => this.remove(each.key)),
      ...resources.map((each) => this.put(each)),
    ].filter((change) => change !== undefined);
  }

  *tracked(): Iterable<LiveResource> {
    for (const key of this.#tracked) {
      const resource = this.#byKey.get(key);
      if (resource) yield resource;
    }
  }

  /** Tracked by the annotation or by the label under this instance name; the caller decides which one counts. */
  trackedBy(instanceName: string): LiveResource[] {
    return this.#resolve(this.#byOwnerName.get(instanceName));
  }

  childrenOf(uid: string): LiveResource[] {
    return this.#resolve(this.#children.get(uid));
  }

  inNamespace(namespace: string): LiveResource[] {
    return this.#resolve(this.#namespaces.get(namespace));
  }

  rootOf(resource: LiveResource): LiveResource {
    let at = resource;
    for (let depth = 0; depth < MAX_DEPTH; depth++) {
      const owner = at.owners.map((each) => this.#byUid.get(each.uid)).find((each) => each !== undefined);
      if (!owner) break;
      at = owner;
    }
    return at;
  }

  #resolve(keys: Set<string> | undefined): LiveResource[] {
    return [...(keys ?? [])].flatMap((key) => this.#byKey.get(key) ?? []);
  }

  #link(key: string, resource: LiveResource): void {
    this.#byKey.set(key, resource);
    this.#byUid.set(resource.uid, resource);
    for (const owner of resource.owners) addTo(this.#children, owner.uid, key);
    addTo(this.#namespaces, resource.key.namespace, key);
    addTo(this.#kinds, kindOf(resource), key);
    const names = ownerNamesOf(resource);
    if (names.length > 0) this.#tracked.add(key);
    for (const name of names) addTo(this.#byOwnerName, name, key);
  }

  #unlink(key: string, resource: LiveResource): void {
    this.#byKey.delete(key);
    this.#byUid.delete(resource.uid);
    for (const owner of resource.owners) removeFrom(this.#children, owner.uid, key);
    removeFrom(this.#namespaces, resource.key.namespace, key);
    removeFrom(this.#kinds, kindOf(resource), key);
    this.#tracked.delete(key);
    for (const name of ownerNamesOf(resource)) removeFrom(this.#byOwnerName, name, key);
  }
}

/** The instance names that an object's marks give. */
export function ownerNamesOf({ trackingId, instanceLabel }: LiveResource): string[] {
  const byAnnotation = trackingId.split(':', 1)[0] ?? '';
  return [...new Set([byAnnotation, instanceLabel])].filter(Boolean);
}

const kindOf = ({ key }: LiveResource): string => `${key.group}/${key.kind}`;

function addTo(map: Map<string, Set<string>>, at: string, key: string): void {
  const set = map.get(at);
  if (set) set.add(key);
  else map.set(at, new Set([key]));
}

function removeFrom(map: Map<string, Set<string>>, at: string, key: string): void {
  const set = map.get(at);
  if (!set) return;
  set.delete(key);
  if (set.size === 0) map.delete(at);
}
