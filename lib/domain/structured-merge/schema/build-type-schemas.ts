import { isJsonObject, type JsonObject } from '../../resource/json';
import { SchemaBuilder } from './schema-builder';
import { DEDUCED_SCHEMA, type TypeSchema } from './type-schema';

/** Type schemas of one group/version, by kind. */
export interface TypeSchemas {
  get(kind: string): TypeSchema | undefined;
}

/**
 * Reads an OpenAPI v3 document as kube-apiserver serves it under `/openapi/v3/…`. Types are converted on first use,
 * following kube-openapi's schema conversion (list and map types, patch strategies where list types are absent).
 */
export function buildTypeSchemas(document: JsonObject): TypeSchemas {
  const components = isJsonObject(document.components) ? document.components : {};
  const models = isJsonObject(components.schemas) ? components.schemas : {};
  const builder = new SchemaBuilder(models);
  const nameByKind = new Map<string, string>();
  for (const [name, model] of Object.entries(models)) {
    if (!isJsonObject(model)) continue;
    const kinds = model['x-kubernetes-group-version-kind'];
    for (const kind of Array.isArray(kinds) ? kinds : []) {
      if (!isJsonObject(kind) || typeof kind.kind !== 'string') continue;
      // Types such as DeleteOptions name every group; the type of the kind itself names one.
      if (!nameByKind.has(kind.kind)) nameByKind.set(kind.kind, name);
    }
  }
  return {
    get: (kind) => {
      const name = nameByKind.get(kind);
      return name === undefined ? undefined : builder.named(name);
    },
  };
}

/** The schema of a custom resource from one version's `schema.openAPIV3Schema`; metadata is Kubernetes' own. */
export function typeSchemaOfCrd(openAPIV3Schema: JsonObject, preserveUnknownFields = false): TypeSchema {
  const properties = isJsonObject(openAPIV3Schema.properties) ? openAPIV3Schema.properties : {};
  const root: JsonObject = {
    ...openAPIV3Schema,
    type: 'object',
    properties: {
      ...properties,
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: META_REF,
    },
    ...(preserveUnknownFields ? { 'x-kubernetes-preserve-unknown-fields': true } : {}),
  };
  return new SchemaBuilder({ root, ObjectMeta: OBJECT_META }).named('root') ?? DEDUCED_SCHEMA;
}

const META_REF = { $ref: '#/components/schemas/ObjectMeta' };
const text = { type: 'string' };
const texts = { type: 'object', additionalProperties: text };

/** The part of `meta/v1 ObjectMeta` that merge needs: what is keyed by what. */
const OBJECT_META: JsonObject = {
  type: 'object',
  properties: {
    name: text,
    generateName: text,
    namespace: text,
    selfLink: text,
    uid: text,
    resourceVersion: text,
    generation: { type: 'integer' },
    creationTimestamp: text,
    deletionTimestamp: text,
    deletionGracePeriodSeconds: { type: 'integer' },
    labels: texts,
    annotations: texts,
    finalizers: { type: 'array', items: text, 'x-kubernetes-list-type': 'set' },
    ownerReferences: {
      type: 'array',
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['uid'],
      'x-kubernetes-patch-merge-key': 'uid',
      'x-kubernetes-patch-strategy': 'merge',
      items: {
        type: 'object',
        'x-kubernetes-map-type': 'atomic',
        properties: {
          apiVersion: text,
          kind: text,
          name: text,
          uid: text,
          controller: { type: 'boolean' },
          blockOwnerDeletion: { type: 'boolean' },
        },
      },
    },
    managedFields: { type: 'array', 'x-kubernetes-list-type': 'atomic', items: { type: 'object' } },
  },
};
