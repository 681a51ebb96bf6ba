import type { IncomingMessage } from 'node:http';
import { isJsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { objectAt, textAt, valueAt } from '../../admission/mutable-object';
import type { DeleteRequest } from '../../operations/delete-object';
import type { WriteOptions } from '../../operations/write-options';
import type { KindDefinition } from '../../registry/kind-definition';
import { apiErrors } from '../../status/api-error';

const MAX_MANAGER = 128;

/** dryRun, fieldManager and fieldValidation of a write; the manager is the user agent's program unless named. */
export function readWriteOptions(
  request: IncomingMessage,
  query: URLSearchParams,
  subresource: string,
): WriteOptions {
  const validation = query.get('fieldValidation') ?? 'Warn';
  if (validation !== 'Ignore' && validation !== 'Warn' && validation !== 'Strict')
    throw apiErrors.badRequest(
      `fieldValidation: Unsupported value: ${JSON.stringify(validation)}: supported values: "", "Ignore", "Strict", "Warn"`,
    );
  const agent = (request.headers['user-agent'] ?? 'unknown').split('/')[0] ?? 'unknown';
  return {
    dryRun: isDryRun(query.getAll('dryRun')),
    fieldManager: (query.get('fieldManager') ?? agent).slice(0, MAX_MANAGER),
    fieldValidation: validation,
    warnings: [],
    ...(isSubresource(subresource) ? { subresource } : {}),
  };
}

/** Body and query of a DELETE; what the kind does when no policy is named is filled in. */
export function readDeleteRequest(
  body: JsonValue | undefined,
  query: URLSearchParams,
  kind: KindDefinition,
): DeleteRequest {
  const options = isJsonObject(body) ? body : {};
  const dryRun = valueAt(options, 'dryRun');
  const policy =
    textAt(options, 'propagationPolicy') ??
    query.get('propagationPolicy') ??
    defaultPolicy(kind, options['orphanDependents']);
  const grace = valueAt(options, 'gracePeriodSeconds') ?? query.get('gracePeriodSeconds');
  const preconditions = objectAt(options, 'preconditions');
  const uid = textAt(preconditions, 'uid');
  const resourceVersion = textAt(preconditions, 'resourceVersion');
  if (policy !== undefined && policy !== 'Background' && policy !== 'Foreground' && policy !== 'Orphan')
    throw apiErrors.badRequest(`invalid propagationPolicy ${JSON.stringify(policy)}`);
  return {
    dryRun: isDryRun([...(Array.isArray(dryRun) ? dryRun : []), ...query.getAll('dryRun')]),
    ...(policy === undefined ? {} : { propagationPolicy: policy }),
    ...(grace === null ? {} : { gracePeriodSeconds: Number(grace) }),
    preconditions: {
      ...(uid === undefined ? {} : { uid }),
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
    },
  };
}

/** Jobs and ReplicationControllers leave their Pods behind unless told otherwise. */
function defaultPolicy(kind: KindDefinition, orphanDependents: JsonValue | undefined): string | undefined {
  if (typeof orphanDependents === 'boolean') return orphanDependents ? 'Orphan' : 'Background';
  return kind.bucket === 'jobs.batch' || kind.bucket === 'replicationcontrollers' ? 'Orphan' : undefined;
}

function isDryRun(values: readonly JsonValue[]): boolean {
  const given = values.filter((value) => value !== '');
  if (given.some((value) => value !== 'All'))
    throw apiErrors.badRequest(
      `dryRun: Unsupported value: ${JSON.stringify(given[0])}: supported values: "All"`,
    );
  return given.length > 0;
}

function isSubresource(name: string): name is NonNullable<WriteOptions['subresource']> {
  return ['status', 'scale', 'finalize', 'approval'].includes(name);
}
