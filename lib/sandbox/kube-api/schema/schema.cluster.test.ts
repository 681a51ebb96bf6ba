import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startRealCluster,
  whyNoRealCluster,
  type RealCluster,
} from '@/lib/adapters/kubernetes/__fixtures__/real-cluster';
import { createClusterClient } from '@/lib/adapters/kubernetes/create-cluster-client';
import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import { BUILTIN_KINDS } from '../registry/builtin-kinds';
import { apiVersionOf, qualifiedResource } from '../registry/kind-definition';
import { builtinGroupVersions } from './builtin-schemas';
import { groupVersionSchemas } from './group-version-schemas';

const COMPARED = [
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-map-type',
  'x-kubernetes-patch-strategy',
  'x-kubernetes-patch-merge-key',
];

/** Alpha fields of the server's version that the newer models no longer have. */
const GONE_SINCE = new Set(['io.k8s.api.core.v1.PodSpec.workloadRef']);

const missing = whyNoRealCluster();

/** The tables of the sandbox's types against what a real API server publishes. */
describe('built-in types', () => {
  if (missing !== undefined) {
    it.skip(`SKIPPED: ${missing}`, () => undefined);
    return;
  }
  let cluster: RealCluster;
  let client: ReturnType<typeof createClusterClient>;
  beforeAll(async () => {
    cluster = await startRealCluster();
    client = createClusterClient({ from: 'kubeconfig-file', path: cluster.kubeconfigPath });
  });
  afterAll(async () => {
    await client.close();
    await cluster.stop();
  });

  it.each(builtinGroupVersions())('merge lists and maps of %s as the server does', async (apiVersion) => {
    const path = apiVersion.includes('/') ? `apis/${apiVersion}` : `api/${apiVersion}`;
    const theirs = schemasOf(await client.openApi(path));
    const [group = '', version = ''] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
    const differences: string[] = [];
    for (const [name, schema] of Object.entries(groupVersionSchemas({ group, version }))) {
      const real = theirs[name];
      // The models are those of a newer version: types that the server lacks cannot be compared.
      if (!isJsonObject(real)) continue;
      const realFields = isJsonObject(real['properties']) ? real['properties'] : {};
      const ours = isJsonObject(schema['properties']) ? schema['properties'] : {};
      for (const [field, property] of Object.entries(realFields)) {
        if (GONE_SINCE.has(`${name}.${field}`)) continue;
        const mine = ours[field];
        if (!isJsonObject(mine) || !isJsonObject(property)) {
          differences.push(`${name}.${field}: missing`);
          continue;
        }
        for (const key of COMPARED) {
          if (JSON.stringify(mine[key]) !== JSON.stringify(property[key]))
            differences.push(
              `${name}.${field} ${key}: ${JSON.stringify(mine[key])}, not ${JSON.stringify(property[key])}`,
            );
        }
      }
      for (const field of Object.keys(realFields).filter(() => !name.endsWith('List'))) {
        if (isEmbedded(ours[field]) !== isEmbedded(realFields[field]))
          differences.push(`${name}.${field}: embedded struct`);
      }
      if (schema['x-kubernetes-map-type'] !== real['x-kubernetes-map-type'])
        differences.push(`${name}: map type`);
      if (sorted(schema['required']) !== sorted(real['required'])) differences.push(`${name}: required`);
    }
    expect(differences).toEqual([]);
  });

  it('have the names, scopes, short names, categories and subresources of the server', async () => {
    const served = await client.discover();
    for (const kind of BUILTIN_KINDS) {
      const real = served.find(
        (each) => each.kind === kind.kind && each.group === kind.group && each.version === kind.version,
      );
      expect(real, `${qualifiedResource(kind)} ${apiVersionOf(kind)}`).toMatchObject({
        resource: kind.plural,
        namespaced: kind.namespaced,
        shortNames: kind.shortNames,
        categories: kind.categories,
      });
      expect([...(real?.verbs ?? [])].sort()).toEqual([...kind.verbs].sort());
      expect(real?.subresources.includes('status')).toBe(kind.hasStatus);
      expect(real?.subresources.includes('scale')).toBe(kind.scale !== undefined);
    }
  });
});

function schemasOf(document: JsonObject | undefined): JsonObject {
  const components = document?.['components'];
  return isJsonObject(components) && isJsonObject(components['schemas']) ? components['schemas'] : {};
}

function sorted(required: unknown): string {
  return Array.isArray(required) ? required.map(String).sort().join() : '';
}

function isEmbedded(property: unknown): boolean {
  return isJsonObject(property) && JSON.stringify(property['default']) === '{}';
}
