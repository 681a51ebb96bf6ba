import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject, ObjectMeta } from '@/lib/domain/resource/kubernetes-object';
import { applyObject } from '@/lib/sandbox/kube-api/operations/apply-object';
import { createObject } from '@/lib/sandbox/kube-api/operations/create-object';
import { KubeApi } from '@/lib/sandbox/kube-api/operations/kube-api';
import { ApiError } from '@/lib/sandbox/kube-api/status/api-error';
import { compareCase } from '../compare-case';
import { readOracle, type OracleCase } from '../read-oracle';
import type { CaseResult, Suite } from '../suite';

interface Input {
  desired: KubernetesObject;
  live: KubernetesObject | null;
  options?: { namespace?: string };
}
interface Refusal {
  code: number;
}
interface Expected {
  serverDryRun: KubernetesObject & { error?: Refusal };
}

const WRITE = { dryRun: false, fieldManager: 'argocd-controller', fieldValidation: 'Ignore' } as const;
const DEFINITIONS = 'customresourcedefinitions.apiextensions.k8s.io';

/** The sandbox's answers to dry runs that a real API server was asked, identity and times aside; errors by their code. */
export const suite: Suite = {
  name: 'sandbox-dry-run',
  run: (folder) => {
    const cases = [1, 2].flatMap((part) => readOracle<Input, Expected>(folder, `diff-${part}`) ?? []);
    if (cases.length === 0) return undefined;
    const definitions = readDefinitions(join(folder, 'oracle', 'openapi-v3'));
    // The sandbox calls no webhooks.
    return cases
      .filter((each) => each.category !== 'mutation-webhook')
      .map((each) => judge(each, definitions));
  },
};

function judge({ id, input, expected }: OracleCase<Input, Expected>, definitions: JsonObject[]): CaseResult {
  const wanted: KubernetesObject | Refusal = expected.serverDryRun.error ?? expected.serverDryRun;
  try {
    return compareCase(id, withoutIdentity(wanted), withoutIdentity(dryRun(input, definitions)));
  } catch (error) {
    if (error instanceof ApiError) return compareCase(id, { code: codeOf(wanted) }, { code: error.code });
    throw error;
  }
}

function dryRun({ desired, live, options }: Input, definitions: JsonObject[]): KubernetesObject {
  // A time after the recording: managedFields are in order of time.
  const api = new KubeApi({ now: () => new Date('2027-01-01T00:00:00Z') });
  for (const definition of definitions) addDefinition(api, definition);
  const kind = api.kinds.byKind(desired.apiVersion, desired.kind);
  if (!kind) throw new ApiError(404, 'NotFound', 'the server could not find the requested resource');
  const given = desired.metadata.namespace ?? options?.namespace ?? 'default';
  const namespace = kind.namespaced ? given : '';
  if (live ?? namespace !== 'nowhere') addNamespace(api, namespace);
  const { name = '' } = desired.metadata;
  if (live) api.store.create({ resource: kind.bucket, namespace, name }, live);
  const stored = api.store.get({ resource: kind.bucket, namespace, name });
  // The recorded version is the one that a desired object may name.
  if (live && stored) Object.assign(stored.metadata, { resourceVersion: live.metadata.resourceVersion });
  const document = structuredClone(desired) as unknown as JsonObject;
  const write = { ...WRITE, dryRun: true, warnings: [] };
  if (name === '') return createObject(api, kind, namespace, document, write);
  return applyObject(api, kind, { namespace, name }, document, { ...write, force: true }).object;
}

function addNamespace(api: KubeApi, name: string): void {
  if (name === '') return;
  const object = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, uid: 'namespace' } };
  api.store.create({ resource: 'namespaces', namespace: '', name }, object);
}

function addDefinition(api: KubeApi, definition: JsonObject): void {
  const kind = api.kinds.byKind('apiextensions.k8s.io/v1', 'CustomResourceDefinition');
  if (!kind) return;
  const made = createObject(api, kind, '', structuredClone(definition), { ...WRITE, warnings: [] });
  const status = { conditions: [{ type: 'Established', status: 'True' }] };
  const { name = '' } = made.metadata;
  api.store.update({ resource: DEFINITIONS, namespace: '', name }, { ...made, status });
}

interface CrdSpec extends JsonObject {
  versions: JsonObject[];
}

interface PublishedSchema extends JsonObject {
  properties: JsonObject;
  'x-kubernetes-group-version-kind'?: { group: string; version: string; kind: string }[];
}

/** CRDs for the kinds of the test groups, from what their server published. */
function readDefinitions(folder: string): JsonObject[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => /argoproj\.io|oracle\.example\.dev/.test(file));
  const byName = new Map<string, CrdSpec>();
  for (const file of files) {
    const document = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
      paths: Record<string, unknown>;
      components: { schemas: Record<string, PublishedSchema> };
    };
    for (const schema of Object.values(document.components.schemas)) {
      const [gvk] = schema['x-kubernetes-group-version-kind'] ?? [];
      if (!gvk || gvk.kind.endsWith('List') || !/^(argoproj|oracle)\./.test(gvk.group)) continue;
      const { group, version, kind } = gvk;
      const plural = `${kind.toLowerCase()}s`;
      const path = Object.keys(document.paths).find((each) => each.endsWith(`/${plural}/{name}/status`));
      const isNamespaced = Object.keys(document.paths).some((each) => each.includes(`{namespace}/${plural}`));
      const properties: JsonObject = { ...schema.properties, metadata: { type: 'object' } };
      const served: JsonObject = {
        name: version,
        served: true,
        storage: !byName.has(`${plural}.${group}`),
        schema: { openAPIV3Schema: { ...schema, properties } },
        ...(path === undefined ? {} : { subresources: { status: {} } }),
      };
      const scope = isNamespaced ? 'Namespaced' : 'Cluster';
      const fresh: CrdSpec = { group, scope, names: { plural, kind }, versions: [] };
      const spec = byName.get(`${plural}.${group}`) ?? fresh;
      spec.versions.push(served);
      byName.set(`${plural}.${group}`, spec);
    }
  }
  return [...byName].map(([name, spec]) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name },
    spec,
  }));
}

function codeOf(wanted: KubernetesObject | Refusal): number {
  return 'code' in wanted && typeof wanted.code === 'number' ? wanted.code : 200;
}

function withoutIdentity(object: KubernetesObject | Refusal): unknown {
  if (!('metadata' in object)) return { code: object.code };
  const { managedFields = [], ...metadata }: ObjectMeta = object.metadata;
  const kept = Object.fromEntries(
    Object.entries(metadata).filter(
      ([key]) => !['uid', 'resourceVersion', 'creationTimestamp', 'name', 'generation'].includes(key),
    ),
  );
  const entries = managedFields.map((entry) => ({ ...entry, time: undefined }));
  return { ...object, metadata: { ...kept, managedFields: entries } };
}
