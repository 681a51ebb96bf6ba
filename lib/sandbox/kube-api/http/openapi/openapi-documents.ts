import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import type { KindDefinition } from '../../registry/kind-definition';
import type { KindRegistry } from '../../registry/kind-registry';
import {
  builtinSchemas,
  LIST_META_SCHEMA_NAME,
  OBJECT_META_SCHEMA_NAME,
  schemaNameOf,
} from '../../schema/builtin-schemas';
import { forEachReference, groupVersionSchemas, listSchema } from '../../schema/group-version-schemas';
import { pathsOf } from './paths';

const INFO = { title: 'Kubernetes', version: 'unversioned' };

/** `/openapi/v3`: where each group version's document is; the hash changes with its kinds. */
export function openApiIndex(kinds: KindRegistry): JsonObject {
  const paths: JsonObject = {};
  for (const [group, versions] of kinds.groups()) {
    for (const version of versions) {
      const path = group === '' ? `api/${version}` : `apis/${group}/${version}`;
      paths[path] = { serverRelativeURL: `/openapi/v3/${path}` };
    }
  }
  return { paths };
}

/** `/openapi/v3/apis/<group>/<version>`; undefined when there is no such group version. */
export function openApiV3(kinds: KindRegistry, group: string, version: string): JsonObject | undefined {
  const served = kinds.all().filter((kind) => kind.group === group && kind.version === version);
  if (served.length === 0) return undefined;
  const isBuiltin = served.some((kind) => !kind.custom);
  const schemas: Record<string, JsonObject> = isBuiltin ? { ...groupVersionSchemas({ group, version }) } : {};
  const paths: JsonObject = {};
  for (const kind of served) {
    if (kind.custom) Object.assign(schemas, customSchemas(kind));
    Object.assign(paths, pathsOf(kind, componentNameOf(kind)));
  }
  return { openapi: '3.0.0', info: INFO, paths, components: { schemas } };
}

/** All definitions in one document, as Swagger 2. */
export function openApiV2(kinds: KindRegistry): JsonObject {
  const definitions: JsonObject = {};
  const paths: JsonObject = {};
  for (const [group, versions] of kinds.groups()) {
    for (const version of versions) {
      const document = openApiV3(kinds, group, version);
      const components = isJsonObject(document?.['components']) ? document['components'] : {};
      Object.assign(definitions, components['schemas']);
      Object.assign(paths, document?.['paths']);
    }
  }
  const document = { swagger: '2.0', info: INFO, paths, definitions };
  return JSON.parse(
    JSON.stringify(document).replaceAll('#/components/schemas/', '#/definitions/'),
  ) as JsonObject;
}

function componentNameOf(kind: KindDefinition): string {
  if (!kind.custom) return schemaNameOf(kind);
  return `${kind.group.split('.').reverse().join('.')}.${kind.version}.${kind.kind}`;
}

function customSchemas(kind: KindDefinition): Record<string, JsonObject> {
  const name = componentNameOf(kind);
  const schema = kind.custom?.schema ?? { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  const gvk = { group: kind.group, version: kind.version, kind: kind.kind };
  const schemas: Record<string, JsonObject> = {
    [name]: {
      ...schema,
      properties: {
        ...properties,
        apiVersion: { type: 'string' },
        kind: { type: 'string' },
        metadata: { allOf: [{ $ref: `#/components/schemas/${OBJECT_META_SCHEMA_NAME}` }] } as JsonValue,
      },
      'x-kubernetes-group-version-kind': [gvk],
    },
    [`${name}List`]: listSchema(name, { ...gvk, kind: `${kind.kind}List` }),
  };
  const builtin = builtinSchemas();
  const visit = (each: string): void => {
    const found = builtin[each];
    if (!found || schemas[each]) return;
    schemas[each] = found;
    forEachReference(found, visit);
  };
  for (const each of [OBJECT_META_SCHEMA_NAME, LIST_META_SCHEMA_NAME]) visit(each);
  schemas[name] = { ...schemas[name], 'x-kubernetes-group-version-kind': [gvk] };
  return schemas;
}

export function groupVersionOfPath(path: string): { group: string; version: string } | undefined {
  const [root, first = '', second = ''] = path.split('/');
  if (root === 'api' && first !== '') return { group: '', version: first };
  return root === 'apis' && second !== '' ? { group: first, version: second } : undefined;
}
