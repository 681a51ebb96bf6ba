import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAdapterError } from '@/lib/engine/ports/adapter-error';
import type { ClusterClient } from '@/lib/engine/ports/cluster-client';
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';

const GROUPS: readonly { group: string; versions: readonly string[] }[] = [
  { group: 'oracle.example.dev', versions: ['v1', 'v1beta1', 'v1alpha1'] },
  { group: 'argoproj.io', versions: ['v1alpha1'] },
];

interface CustomVersion {
  version: string;
  kind: string;
  schema: JsonObject;
  paths: string[];
}

/** Declares the recorded custom kinds on a throw-away cluster, as the recorded server published them. */
export async function plantCustomKinds(client: ClusterClient, folder: string): Promise<void> {
  for (const { group, versions } of GROUPS) {
    const found = versions.flatMap((version) => customVersions(folder, group, version));
    for (const kind of new Set(found.map((each) => each.kind))) {
      await declare(
        client,
        group,
        kind,
        found.filter((each) => each.kind === kind),
      );
    }
  }
  await untilServed(client);
}

function customVersions(folder: string, group: string, version: string): CustomVersion[] {
  const file = join(folder, 'oracle', 'openapi-v3', `apis__${group}__${version}.json`);
  const document = JSON.parse(readFileSync(file, 'utf8')) as {
    paths: object;
    components: { schemas: JsonObject };
  };
  return Object.entries(document.components.schemas).flatMap(([name, schema]) => {
    const kinds = isJsonObject(schema) ? schema['x-kubernetes-group-version-kind'] : undefined;
    const [first] = Array.isArray(kinds) ? kinds : [];
    if (name.startsWith('io.k8s.') || name.endsWith('List') || !isJsonObject(first) || !isJsonObject(schema))
      return [];
    return [
      {
        version,
        kind: typeof first.kind === 'string' ? first.kind : '',
        schema,
        paths: Object.keys(document.paths),
      },
    ];
  });
}

async function declare(
  client: ClusterClient,
  group: string,
  kind: string,
  versions: CustomVersion[],
): Promise<void> {
  const plural = `${kind.toLowerCase()}s`;
  const isNamespaced = versions.some(({ paths }) =>
    paths.some((path) => path.endsWith(`/namespaces/{namespace}/${plural}`)),
  );
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      annotations: { 'api-approved.kubernetes.io': 'unapproved, test' },
    },
    spec: {
      group,
      scope: isNamespaced ? 'Namespaced' : 'Cluster',
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      versions: versions.map((each, index) => versionOf(each, plural, index === 0)),
    },
  };
  try {
    await client.create(definition);
  } catch (error) {
    if (!isAdapterError(error, 409)) throw error;
  }
}

function versionOf({ version, schema, paths }: CustomVersion, plural: string, storage: boolean): JsonObject {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  const hasStatus = paths.some((path) => path.endsWith(`/${plural}/{name}/status`));
  const openAPIV3Schema: JsonObject = {
    ...schema,
    properties: { ...properties, metadata: { type: 'object' } },
  };
  Reflect.deleteProperty(openAPIV3Schema, 'x-kubernetes-group-version-kind');
  return {
    name: version,
    served: true,
    storage,
    schema: { openAPIV3Schema: withoutReferences(openAPIV3Schema) },
    ...(hasStatus ? { subresources: { status: {} } } : {}),
  };
}

/** Published schemas refer to the type of metadata; in a definition that is any object. */
function withoutReferences(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutReferences);
  if (!isJsonObject(value)) return value;
  const [first] = Array.isArray(value.allOf) ? value.allOf : [];
  if (isJsonObject(first) && first.$ref !== undefined) return { type: 'object' };
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, withoutReferences(child ?? null)]),
  );
}

const ATTEMPTS = 40;
const PAUSE_MS = 250;

/** A kind is served a moment after it was declared. */
async function untilServed(client: ClusterClient): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    client.invalidateDiscovery();
    const served = new Set((await client.discover()).map(({ group }) => group));
    if (GROUPS.every(({ group }) => served.has(group))) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
