import { isJsonObject, type JsonObject, type JsonValue } from '../../resource/json';
import { readListKeys, readListRelationship } from './list-relationship';
import {
  ATOMIC_SCHEMA,
  DEDUCED_SCHEMA,
  type FieldSchema,
  type ListSchema,
  type MapSchema,
  type TypeSchema,
} from './type-schema';

const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
const RAW_EXTENSION = 'io.k8s.apimachinery.pkg.runtime.RawExtension';

/** Converts OpenAPI v3 models into {@link TypeSchema}s, each model once and on first use. */
export class SchemaBuilder {
  private readonly built = new Map<string, TypeSchema>();

  constructor(private readonly models: JsonObject) {}

  named(name: string): TypeSchema | undefined {
    const known = this.built.get(name);
    if (known) return known;
    const model = this.models[name];
    if (!isJsonObject(model)) return undefined;
    const schema = this.convertNamed(name, model);
    this.built.set(name, schema);
    return schema;
  }

  private convertNamed(name: string, model: JsonObject): TypeSchema {
    if (name === QUANTITY) return { scalar: 'untyped', format: 'quantity', name, source: model };
    if (name === RAW_EXTENSION) return { scalar: 'untyped', name, source: model };
    return { ...this.convert(model, false), name };
  }

  private convert(node: JsonObject, inherited: boolean): TypeSchema {
    const preserve = inherited || node['x-kubernetes-preserve-unknown-fields'] === true;
    const type = Array.isArray(node.type) ? node.type[0] : node.type;
    switch (type) {
      case 'object':
        return { map: this.mapOf(node, preserve), source: node };
      case 'array':
        return { list: this.listOf(node, preserve), source: node };
      case 'integer':
        return { scalar: 'numeric', format: 'integer', source: node };
      case 'number':
        return { scalar: 'numeric', source: node };
      case 'boolean':
        return { scalar: 'boolean', source: node };
      case 'string':
        return node.format === 'int-or-string'
          ? { scalar: 'untyped', format: 'int-or-string', source: node }
          : { scalar: 'string', source: node };
      default:
        return {
          scalar: 'untyped',
          list: this.listOf(node, preserve),
          map: this.mapOf(node, preserve),
          source: node,
          ...(isIntOrString(node) ? { format: 'int-or-string' as const } : {}),
        };
    }
  }

  /** A node inside another: a reference, an `allOf` around one reference, or an inlined type. */
  private nested(node: JsonValue | undefined, preserve: boolean): TypeSchema {
    if (!isJsonObject(node)) return DEDUCED_SCHEMA;
    const reference = referenceOf(node);
    if (reference === undefined) return this.convert(node, preserve);
    const target = this.named(reference) ?? DEDUCED_SCHEMA;
    const relationship = node['x-kubernetes-map-type'];
    if (relationship === undefined || !target.map) return target;
    return { ...target, map: overrideMap(target.map, relationship === 'atomic' ? 'atomic' : 'granular') };
  }

  private mapOf(node: JsonObject, preserve: boolean): MapSchema {
    const fields = new Map<string, FieldSchema>();
    for (const [key, child] of Object.entries(isJsonObject(node.properties) ? node.properties : {})) {
      if (isJsonObject(child)) fields.set(key, this.fieldOf(child, preserve));
    }
    return lazyMap(node['x-kubernetes-map-type'] === 'atomic' ? 'atomic' : 'granular', fields, () =>
      this.elementOf(node, preserve, fields.size),
    );
  }

  private fieldOf(child: JsonObject, preserve: boolean): FieldSchema {
    const strategy = child['x-kubernetes-patch-strategy'];
    const mergeKey = child['x-kubernetes-patch-merge-key'];
    return new LazyField(
      () => this.nested(child, preserve),
      typeof strategy === 'string' ? strategy.split(',') : [],
      child.default,
      typeof mergeKey === 'string' ? mergeKey : undefined,
    );
  }

  /** Keys beside the named ones: free where nothing is declared or unknown fields are preserved, else refused. */
  private elementOf(node: JsonObject, preserve: boolean, fieldCount: number): TypeSchema | undefined {
    const additional = node.additionalProperties;
    if (isJsonObject(additional)) return this.nested(additional, preserve);
    if (additional === true) return DEDUCED_SCHEMA;
    if (additional === false) return undefined;
    return preserve || fieldCount === 0 ? DEDUCED_SCHEMA : undefined;
  }

  private listOf(node: JsonObject, preserve: boolean): ListSchema {
    const resolve = once(() =>
      isJsonObject(node.items) ? this.nested(node.items, preserve) : ATOMIC_SCHEMA,
    );
    return {
      relationship: readListRelationship(node),
      keys: readListKeys(node),
      get item() {
        return resolve();
      },
    };
  }
}

/** A field whose type is resolved on first use; a class, as this is read for every key of every compared object. */
class LazyField implements FieldSchema {
  private resolved: TypeSchema | undefined;
  declare readonly default?: JsonValue;
  declare readonly patchMergeKey?: string;

  constructor(
    private readonly resolve: () => TypeSchema,
    readonly patchStrategies: readonly string[],
    fallback: JsonValue | undefined,
    mergeKey: string | undefined,
  ) {
    if (fallback !== undefined) this.default = fallback;
    if (mergeKey !== undefined) this.patchMergeKey = mergeKey;
  }

  get type(): TypeSchema {
    return (this.resolved ??= this.resolve());
  }
}

function lazyMap(
  relationship: MapSchema['relationship'],
  fields: MapSchema['fields'],
  resolveElement: () => TypeSchema | undefined,
): MapSchema {
  const resolve = once(resolveElement);
  return {
    relationship,
    fields,
    get element() {
      return resolve();
    },
  };
}

function overrideMap(map: MapSchema, relationship: MapSchema['relationship']): MapSchema {
  return lazyMap(relationship, map.fields, () => map.element);
}

function once<T>(compute: () => T): () => T {
  let state: { value: T } | undefined;
  return () => (state ??= { value: compute() }).value;
}

function referenceOf(node: JsonObject): string | undefined {
  const all = node.allOf;
  const wrapped = Array.isArray(all) && all.length === 1 && isJsonObject(all[0]) ? all[0].$ref : undefined;
  const reference = node.$ref ?? wrapped;
  return typeof reference === 'string' ? reference.slice(reference.lastIndexOf('/') + 1) : undefined;
}

function isIntOrString(node: JsonObject): boolean {
  return node['x-kubernetes-int-or-string'] === true || node.format === 'int-or-string';
}
