import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { BUILTIN_KINDS } from '../registry/builtin-kinds';
import { apiVersionOf } from '../registry/kind-definition';
import { builtinSchemas, LIST_META_SCHEMA_NAME, SCALE_SCHEMA_NAME, schemaNameOf } from './builtin-schemas';

const PREFIX = '#/components/schemas/';
const cache = new Map<string, Record<string, JsonObject>>();

/** `components.schemas` of one built-in group version: its kinds, their lists, and all types that these reach. */
export function groupVersionSchemas(where: { group: string; version: string }): Record<string, JsonObject> {
  const apiVersion = apiVersionOf(where);
  const known = cache.get(apiVersion);
  if (known) return known;
  const all = builtinSchemas();
  const schemas: Record<string, JsonObject> = {};
  const visit = (name: string): void => {
    const schema = all[name];
    if (!schema || schemas[name]) return;
    schemas[name] = schema;
    forEachReference(schema, visit);
  };
  const kinds = BUILTIN_KINDS.filter((kind) => apiVersionOf(kind) === apiVersion);
  for (const kind of kinds) {
    const name = schemaNameOf(kind);
    visit(name);
    schemas[`${name}List`] = listSchema(name, { ...where, kind: `${kind.kind}List` });
    if (kind.scale) visit(SCALE_SCHEMA_NAME);
  }
  visit(LIST_META_SCHEMA_NAME);
  cache.set(apiVersion, schemas);
  return schemas;
}

export function listSchema(
  itemName: string,
  gvk: { group: string; version: string; kind: string },
): JsonObject {
  const { group, version, kind } = gvk;
  return {
    type: 'object',
    required: ['items'],
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { $ref: `${PREFIX}${LIST_META_SCHEMA_NAME}` },
      items: { type: 'array', items: { $ref: `${PREFIX}${itemName}` } },
    },
    'x-kubernetes-group-version-kind': [{ group, version, kind }],
  };
}

export function forEachReference(value: JsonValue | undefined, visit: (name: string) => void): void {
  if (Array.isArray(value)) for (const item of value) forEachReference(item, visit);
  else if (isJsonObject(value)) {
    const reference = value['$ref'];
    if (typeof reference === 'string') visit(reference.slice(PREFIX.length));
    else for (const child of Object.values(value)) forEachReference(child, visit);
  }
}
