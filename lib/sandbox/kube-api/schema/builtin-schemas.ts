import * as models from '@kubernetes/client-node';
import type { JsonObject, JsonValue } from '@/lib/domain/resource/json';
import { BUILTIN_KINDS } from '../registry/builtin-kinds';
import { apiVersionOf, type KindDefinition } from '../registry/kind-definition';
import { isEmbeddedStruct } from './embedded-structs';
import { isAtomicType, isQuantity, mergeExtensionsOf } from './list-keys';
import { requiredFieldsOf } from './required-fields';

interface Attribute {
  baseName: string;
  type: string;
  format: string;
}

const META = 'io.k8s.apimachinery.pkg.apis.meta.v1';
const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
const META_MODELS = new Set(
  `V1ObjectMeta V1ListMeta V1LabelSelector V1LabelSelectorRequirement V1OwnerReference V1ManagedFieldsEntry V1Condition
  V1DeleteOptions V1Preconditions V1Status V1StatusDetails V1StatusCause`.split(/\s+/),
);
/** Groups whose OpenAPI package is not `io.k8s.api.<group>`. */
const PACKAGES: Record<string, string> = {
  'apiextensions.k8s.io': 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions',
  'apiregistration.k8s.io': 'io.k8s.kube-aggregator.pkg.apis.apiregistration',
};
/** Fields that hold any JSON, which the models call `any`. */
const ANY: JsonObject = { 'x-kubernetes-preserve-unknown-fields': true };
/** A required field that is no pointer has its zero value where it is missing: keys of lists count on it. */
const ZEROS: Record<string, JsonValue | undefined> = { string: '', number: 0, boolean: false };
const FIELD_DEFAULTS: Record<string, string> = {
  'V1ContainerPort.protocol': 'TCP',
  'V1ServicePort.protocol': 'TCP',
};

const attributesOf = new Map<string, Attribute[]>(
  Object.entries(models as Record<string, unknown>).flatMap(([name, value]): [string, Attribute[]][] => {
    const map = (value as { attributeTypeMap?: Attribute[] } | undefined)?.attributeTypeMap;
    return Array.isArray(map) ? [[name, map]] : [];
  }),
);

/** OpenAPI name of each model that a built-in kind reaches; a type belongs to the first group that uses it. */
const names = new Map<string, string>();
for (const kind of BUILTIN_KINDS) nameModels(modelOf(kind), packageOf(kind));
for (const model of ['V1Scale', 'V1ScaleSpec', 'V1ScaleStatus'])
  nameModels(model, 'io.k8s.api.autoscaling.v1');
for (const model of META_MODELS) nameModels(model, META);

const KIND_MODELS = new Set([...BUILTIN_KINDS.map(modelOf), 'V1Scale']);

let built: Record<string, JsonObject> | undefined;

/** OpenAPI v3 `components.schemas` of all built-in types: fields from the SDK's models, merge rules from our tables. */
export function builtinSchemas(): Record<string, JsonObject> {
  built ??= buildSchemas();
  return built;
}

/** Name in {@link builtinSchemas} of a kind. */
export function schemaNameOf(kind: KindDefinition): string {
  return names.get(modelOf(kind)) ?? '';
}

/** The SDK's model of a schema of {@link builtinSchemas}. */
export function modelOfSchema(name: string): string | undefined {
  if (modelsByName.size === 0) for (const [model, each] of names) modelsByName.set(each, model);
  return modelsByName.get(name);
}

const modelsByName = new Map<string, string>();

export const SCALE_SCHEMA_NAME = 'io.k8s.api.autoscaling.v1.Scale';
export const OBJECT_META_SCHEMA_NAME = `${META}.ObjectMeta`;
export const LIST_META_SCHEMA_NAME = `${META}.ListMeta`;

function buildSchemas(): Record<string, JsonObject> {
  const schemas: Record<string, JsonObject> = {
    [QUANTITY]: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  };
  for (const [model, name] of names) schemas[name] = schemaOfModel(model);
  for (const kind of BUILTIN_KINDS) {
    const schema = schemas[schemaNameOf(kind)];
    const gvk = { group: kind.group, version: kind.version, kind: kind.kind };
    if (schema) schema['x-kubernetes-group-version-kind'] = [gvk];
  }
  return schemas;
}

function schemaOfModel(model: string): JsonObject {
  const properties: JsonObject = {};
  const required = requiredFieldsOf(model);
  for (const { baseName, type, format } of attributesOf.get(model) ?? []) {
    const schema = isQuantity(model, baseName) ? quantity(type) : schemaOfType(type, format);
    const fallback =
      FIELD_DEFAULTS[`${model}.${baseName}`] ?? (required.includes(baseName) ? ZEROS[type] : undefined);
    const isEmbedded = '$ref' in schema && isEmbeddedStruct(model, baseName, KIND_MODELS.has(model));
    properties[baseName] = withExtensions(
      fallback === undefined ? schema : { ...schema, default: fallback },
      {
        ...mergeExtensionsOf(model, baseName),
        ...(isEmbedded ? { default: {} } : {}),
      },
    );
  }
  if (model === 'V1ManagedFieldsEntry') properties['fieldsV1'] = { type: 'object', ...ANY };
  return {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...(isAtomicType(model) ? { 'x-kubernetes-map-type': 'atomic' } : {}),
  };
}

/** A reference takes extensions only beside `allOf`. */
function withExtensions(schema: JsonObject, extensions: JsonObject): JsonObject {
  if (Object.keys(extensions).length === 0) return schema;
  return '$ref' in schema ? { allOf: [schema], ...extensions } : { ...schema, ...extensions };
}

function quantity(type: string): JsonObject {
  const schema = { $ref: `#/components/schemas/${QUANTITY}` };
  return type.startsWith('{') ? { type: 'object', additionalProperties: schema } : schema;
}

function schemaOfType(type: string, format: string): JsonObject {
  const list = /^Array<(.*)>$/.exec(type)?.[1];
  if (list !== undefined) return { type: 'array', items: schemaOfType(list, format) };
  const map = /^\{ \[key: string\]: (.*); \}$/.exec(type)?.[1];
  if (map !== undefined) return { type: 'object', additionalProperties: schemaOfType(map, format) };
  const reference = names.get(type);
  if (reference !== undefined) return { $ref: `#/components/schemas/${reference}` };
  switch (type) {
    case 'string':
      return format === '' ? { type: 'string' } : { type: 'string', format };
    case 'boolean':
      return { type: 'boolean' };
    case 'number':
      return format === 'double' ? { type: 'number', format } : { type: 'integer', format };
    case 'Date':
      return { type: 'string', format: 'date-time' };
    case 'V1MicroTime':
      return { type: 'string', format: 'date-time' };
    case 'IntOrString':
      return { oneOf: [{ type: 'integer' }, { type: 'string' }], format: 'int-or-string' };
    default:
      return ANY;
  }
}

function nameModels(model: string, home: string): void {
  if (names.has(model) || !attributesOf.has(model)) return;
  const where = META_MODELS.has(model) ? META : home;
  names.set(model, `${where}.${model.replace(/^([A-Z][a-z]+)?V\d+/, '')}`);
  for (const { type } of attributesOf.get(model) ?? []) {
    for (const part of type.match(/\b[A-Z]\w+/g) ?? []) if (part !== 'V1MicroTime') nameModels(part, where);
  }
}

function modelOf(kind: KindDefinition): string {
  const prefix = kind.version.charAt(0).toUpperCase() + kind.version.slice(1);
  const group = kind.group === '' ? 'core' : (kind.group.split('.')[0] ?? '');
  const qualified = `${group.charAt(0).toUpperCase()}${group.slice(1)}${prefix}${kind.kind}`;
  return attributesOf.has(qualified) ? qualified : `${prefix}${kind.kind}`;
}

function packageOf(kind: KindDefinition): string {
  const known = PACKAGES[kind.group];
  const group = kind.group === '' ? 'core' : (kind.group.split('.')[0] ?? '');
  return `${known ?? `io.k8s.api.${group}`}.${kind.version}`;
}

/** Group versions that have built-in kinds, `v1` first. */
export function builtinGroupVersions(): string[] {
  return [...new Set(BUILTIN_KINDS.map(apiVersionOf))];
}
