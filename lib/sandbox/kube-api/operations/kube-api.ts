import { buildTypeSchemas } from '@/lib/domain/structured-merge/schema/build-type-schemas';
import { typeSchemaOfCrd } from '@/lib/domain/structured-merge/schema/build-type-schemas';
import { DEDUCED_SCHEMA, type TypeSchema } from '@/lib/domain/structured-merge/schema/type-schema';
import type { KindDefinition } from '../registry/kind-definition';
import { KindRegistry } from '../registry/kind-registry';
import { groupVersionSchemas } from '../schema/group-version-schemas';
import { Store, type StoreOptions } from '../store/store';
import { PodLogs } from '../store/pod-logs';

export interface KubeApiOptions extends StoreOptions {
  now?: () => Date;
}

/** What the operations on objects share: the store, the kinds that are served, and the clock. */
export class KubeApi {
  readonly store: Store;
  readonly kinds: KindRegistry;
  readonly logs = new PodLogs();
  readonly now: () => Date;
  readonly #schemas = new WeakMap<KindDefinition, TypeSchema>();

  constructor(options: KubeApiOptions = {}) {
    this.store = new Store(options);
    this.kinds = new KindRegistry(this.store);
    this.now = options.now ?? (() => new Date());
  }

  /** RFC 3339 in whole seconds, as metadata holds times. */
  timestamp(): string {
    return this.now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  }

  /** The version of a kind that is stored, which all writes work in. */
  storageKindOf(kind: KindDefinition): KindDefinition {
    return this.kinds.byKind(kind.storageVersion, kind.kind) ?? kind;
  }

  /** For structured merge. */
  typeSchemaOf(kind: KindDefinition): TypeSchema {
    const known = this.#schemas.get(kind);
    if (known) return known;
    const schema = kind.custom
      ? kind.custom.schema
        ? typeSchemaOfCrd(kind.custom.schema)
        : DEDUCED_SCHEMA
      : (buildTypeSchemas({ components: { schemas: groupVersionSchemas(kind) } }).get(kind.kind) ??
        DEDUCED_SCHEMA);
    this.#schemas.set(kind, schema);
    return schema;
  }
}
