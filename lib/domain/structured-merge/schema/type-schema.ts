import type { JsonObject, JsonValue } from '../../resource/json';

/** What a scalar may hold; `untyped` takes any (quantities, int-or-string). */
export type ScalarType = 'string' | 'numeric' | 'boolean' | 'untyped';

/** A list: `atomic` is one value, `associative` merges item by item: by `keys`, or as a set when there are none. */
export interface ListSchema {
  relationship: 'atomic' | 'associative';
  keys: readonly string[];
  readonly item: TypeSchema;
}

/** An object: named `fields`, and `element` for all other keys; without `element` they are refused. */
export interface MapSchema {
  relationship: 'atomic' | 'granular';
  fields: ReadonlyMap<string, FieldSchema>;
  readonly element: TypeSchema | undefined;
}

export interface FieldSchema {
  readonly type: TypeSchema;
  default?: JsonValue;
  /** `x-kubernetes-patch-strategy`, split at commas: `merge`, `replace`, `retainKeys`. */
  patchStrategies: readonly string[];
  patchMergeKey?: string;
}

/**
 * The shape of a value for structured merge. More than one of the three may be present: the value decides.
 * Children are resolved on first use, since Kubernetes' types are recursive.
 */
export interface TypeSchema {
  scalar?: ScalarType;
  list?: ListSchema;
  map?: MapSchema;
  format?: 'quantity' | 'int-or-string' | 'integer';
  /** The model's name in the OpenAPI document, such as `io.k8s.api.core.v1.Container`; inlined types have none. */
  name?: string;
  /** The OpenAPI node it was made from, for validation and defaults; absent where deduced. */
  source?: JsonObject;
}

/** Kubernetes' type for a value without schema inside an atomic value. */
export const ATOMIC_SCHEMA: TypeSchema = {
  scalar: 'untyped',
  list: {
    relationship: 'atomic',
    keys: [],
    get item() {
      return ATOMIC_SCHEMA;
    },
  },
  map: {
    relationship: 'atomic',
    fields: new Map(),
    get element() {
      return ATOMIC_SCHEMA;
    },
  },
};

/** Kubernetes' type where no schema says otherwise: maps are merged, lists are atomic. */
export const DEDUCED_SCHEMA: TypeSchema = {
  scalar: 'untyped',
  list: { relationship: 'atomic', keys: [], item: ATOMIC_SCHEMA },
  map: {
    relationship: 'granular',
    fields: new Map(),
    get element() {
      return DEDUCED_SCHEMA;
    },
  },
};

/** The schema of one field of a map; undefined where the key is not allowed. */
export function schemaOfKey(map: MapSchema, key: string): TypeSchema | undefined {
  return map.fields.get(key)?.type ?? map.element;
}

const COMPILED = /^io\.k8s\.(api|kube-aggregator\.pkg\.apis|apiextensions-apiserver\.pkg\.apis)\./;

/** Whether the kind is one that the API server has compiled in, by its model's name; all others are custom resources. */
export function isCompiledKind({ name }: TypeSchema): boolean {
  return name !== undefined && COMPILED.test(name);
}
