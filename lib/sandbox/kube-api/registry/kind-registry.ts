import { customKindsOf } from '../custom-resources/custom-kinds';
import type { Store } from '../store/store';
import type { StoredObject } from '../store/stored-object';
import { BUILTIN_KINDS } from './builtin-kinds';
import { apiVersionOf, type KindDefinition } from './kind-definition';

const CRDS = 'customresourcedefinitions.apiextensions.k8s.io';

/** All served kinds: the built-in ones and those of established CustomResourceDefinitions. */
export class KindRegistry {
  readonly #custom = new Map<string, KindDefinition[]>();

  constructor(store: Store) {
    store.watch((event) => {
      if (event.key.resource !== CRDS) return;
      if (event.type === 'DELETED' || !isEstablished(event.object)) this.#custom.delete(event.key.name);
      else this.#custom.set(event.key.name, customKindsOf(event.object));
    });
  }

  all(): KindDefinition[] {
    return [...BUILTIN_KINDS, ...[...this.#custom.values()].flat()];
  }

  byResource(group: string, version: string, plural: string): KindDefinition | undefined {
    return this.all().find(
      (each) => each.plural === plural && each.group === group && each.version === version,
    );
  }

  byKind(apiVersion: string, kind: string): KindDefinition | undefined {
    return this.all().find((each) => each.kind === kind && apiVersionOf(each) === apiVersion);
  }

  /** The definitions that share a bucket, preferred version first. */
  inBucket(bucket: string): KindDefinition[] {
    return this.all().filter((each) => each.bucket === bucket);
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
}

export function isEstablished(crd: StoredObject): boolean {
  const status = crd.status as { conditions?: { type: string; status: string }[] } | undefined;
  return (status?.conditions ?? []).some((each) => each.type === 'Established' && each.status === 'True');
}
