import type { ComparisonInput } from '@/lib/domain/diff/comparison-input';
import { toStoredForm } from '@/lib/domain/diff/normalise/stored-form';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { splitApiVersion } from '@/lib/domain/resource/resource-key';
import { applyServerSide } from '@/lib/domain/structured-merge/managed/apply-server-side';
import { withLastApplied } from '@/lib/domain/structured-merge/managed/last-applied';
import { trackUpdate } from '@/lib/domain/structured-merge/managed/track-update';
import { buildTypeSchemas, typeSchemaOfCrd } from '@/lib/domain/structured-merge/schema/build-type-schemas';
import type { TypeSchema } from '@/lib/domain/structured-merge/schema/type-schema';
import { groupVersionSchemas } from '@/lib/sandbox/kube-api/schema/group-version-schemas';
import { MANIFESTS, WIDGET_SCHEMA } from './diff-manifests';

const MANAGER = 'argocd-controller';
const APPLIED_AT = '2026-01-01T00:00:00Z';

type Pair = Pick<ComparisonInput, 'desired' | 'live' | 'schema'>;

/** Desired and live objects as a cluster would have them after an apply; `isChanged` ones differ in one field in Git. */
export function buildDiffCorpus(
  count: number,
  mode: ComparisonInput['mode'],
  isChanged: (index: number) => boolean,
): Pair[] {
  return Array.from({ length: count }, (_, index) => {
    const make = MANIFESTS[Math.floor(index / 10) % MANIFESTS.length];
    if (!make) throw new Error('no manifests');
    const schema = schemaOf(make(0, false));
    const live = applied(make(index, false), schema, mode);
    return { desired: make(index, isChanged(index)), live, schema };
  });
}

const schemas = new Map<string, TypeSchema>();

function schemaOf({ apiVersion, kind }: KubernetesObject): TypeSchema {
  const known = schemas.get(`${apiVersion}/${kind}`);
  if (known) return known;
  const document: JsonObject = { components: { schemas: groupVersionSchemas(splitApiVersion(apiVersion)) } };
  const schema = kind === 'Widget' ? typeSchemaOfCrd(WIDGET_SCHEMA) : buildTypeSchemas(document).get(kind);
  if (!schema) throw new Error(`no schema of ${kind}`);
  schemas.set(`${apiVersion}/${kind}`, schema);
  return schema;
}

function applied(
  manifest: KubernetesObject,
  schema: TypeSchema,
  mode: ComparisonInput['mode'],
): KubernetesObject {
  const defaulting = (object: KubernetesObject) =>
    toStoredForm(object as unknown as JsonObject, schema) as unknown as KubernetesObject;
  if (mode === 'client-side') {
    const stored = defaulting(withLastApplied(manifest, manifest));
    const managedFields = trackUpdate({ after: stored, manager: MANAGER, schema, now: APPLIED_AT });
    return withStatus({ ...stored, metadata: { ...stored.metadata, managedFields } });
  }
  const result = applyServerSide({
    applied: manifest,
    manager: MANAGER,
    force: true,
    schema,
    now: APPLIED_AT,
    defaulting,
  });
  if (result.result !== 'ok') throw new Error(result.message);
  return withStatus(result.object);
}

/** What the server and its controllers add. */
function withStatus(object: KubernetesObject): KubernetesObject {
  const metadata = {
    ...object.metadata,
    uid: crypto.randomUUID(),
    resourceVersion: '1234',
    generation: 1,
    creationTimestamp: APPLIED_AT,
  };
  const managedFields = [
    ...(object.metadata.managedFields ?? []),
    {
      manager: 'kube-controller-manager',
      operation: 'Update' as const,
      apiVersion: object.apiVersion,
      time: APPLIED_AT,
      fieldsType: 'FieldsV1',
      fieldsV1: { 'f:status': { 'f:observedGeneration': {}, 'f:replicas': {} } },
      subresource: 'status',
    },
  ];
  return {
    ...object,
    metadata: { ...metadata, managedFields },
    status: { observedGeneration: 1, replicas: 2 },
  };
}
