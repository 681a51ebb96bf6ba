import { customKindsOf } from '../custom-resources/custom-kinds';
import type { Store } from '../store/store';
import type { StoredObject } from '../store/stored-object';
import { BUILTIN_KINDS } from './builtin-kinds';
import { apiVersionOf, type KindDefinition } from './kind-definition';

const CRDS = 'customresourcedefinitions.apiextensions.k8s.io';

interface Lookup {
  all: KindDefinition[];
  byResource: Map<string, KindDefinition>;
  byKind: Map<string, KindDefinition>;
  byBucket: Map<string, KindDefinition[]>;
}

/** All served kinds: the built-in ones and those of established CustomResourceDefinitions. */
export class KindRegistry {
  readonly #custom = new Map<string, KindDefinition[]>();
  #lookup: Lookup | undefined;

  constructor(store: Store) {
    store.watch((event) => {
      if (event.key.resource !== CRDS) return;
      if (event.type === 'DELETED' || !isEstablished(event.object)) this.#custom.delete(event.key.name);
      else if (this.#custom.has(event.key.name) && event.previous?.spec === event.object.spec) return;
      else this.#custom.set(event.key.name, customKindsOf(event.object));
      this.#lookup = undefined;
    });
  }

  all(): readonly KindDefinition[] {
    return this.#tables().all;
  }

  byResource(group: string, version: string, plural: string): KindDefinition | undefined {
    return this.#tables().byResource.get(`${group}/${version}/${plural}`);
  }

  byKind(apiVersion: string, kind: string): KindDefinition | undefined {
    return this.#tables().byKind.get(`${apiVersion}/${kind}`);
  }

  /** The definitions that share a bucket, preferred version first. */
  inBucket(bucket: string): readonly KindDefinition[] {
    return this.#tables().byBucket.get(bucket) ?? [];
  }

  /** Groups in order of discovery with their versions, preferred first; the core group is ''. */
  groups(): Map<string, string[]> {
    const groups = new Map<string, string[]>();
    for (const { group, version } of this.all()) {
      const versions = groups.get(group) ?? [];
      if (!versions.includes(version)) groups.set(group, [...versions, version]);
    }
    return groups;
  }

  #tables(): Lookup {
    if (this.#lookup) return this.#lookup;
    const all = [...BUILTIN_KINDS, ...[...this.#custom.values()].flat()];
    const lookup: Lookup = { all, byResource: new Map(), byKind: new Map(), byBucket: new Map() };
    for (const kind of all) {
      lookup.byResource.set(`${kind.group}/${kind.version}/${kind.plural}`, kind);
      lookup.byKind.set(`${apiVersionOf(kind)}/${kind.kind}`, kind);
      lookup.byBucket.set(kind.bucket, [...(lookup.byBucket.get(kind.bucket) ?? []), kind]);
    }
    this.#lookup = lookup;
    return lookup;
  }
}

export function isEstablished(crd: StoredObject): boolean {
  const status = crd.status as { conditions?: { type: string; status: string }[] } | undefined;
  return (status?.conditions ?? []).some((each) => each.type === 'Established' && each.status === 'True');
}
