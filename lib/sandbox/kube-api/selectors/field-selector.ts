import { isJsonObject } from '@/lib/domain/resource/json';
import type { KindDefinition } from '../registry/kind-definition';
import { apiErrors } from '../status/api-error';
import type { StoredObject } from '../store/stored-object';

/** Beside metadata.name and metadata.namespace, which every kind has. */
const FIELDS: Record<string, readonly string[]> = {
  Pod: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  Event: [
    ...['kind', 'namespace', 'name', 'uid', 'apiVersion', 'resourceVersion', 'fieldPath'].flatMap((field) => [
      `involvedObject.${field}`,
      `regarding.${field}`,
    ]),
    'reason',
    'reportingComponent',
    'reportingController',
    'source',
    'type',
  ],
  Secret: ['type'],
  Namespace: ['status.phase'],
  Node: ['spec.unschedulable'],
  ReplicaSet: ['status.replicas'],
  Job: ['status.successful'],
  CertificateSigningRequest: ['spec.signerName'],
};

/** Parses `a=b,c!=d`. Throws 400 for a field that the kind cannot be selected by. Objects are in the kind's version. */
export function parseFieldSelector(text: string, kind: KindDefinition): (object: StoredObject) => boolean {
  const terms = text
    .split(',')
    .map((term) => term.trim())
    .filter((term) => term !== '')
    .map((term) => {
      const [, field = '', operator = '', value = ''] = /^([^=!]+)(!=|==|=)(.*)$/.exec(term) ?? [];
      if (field === '') throw apiErrors.badRequest(`invalid selector: '${text}'; can't understand '${term}'`);
      if (!isSupported(field, kind)) throw apiErrors.badRequest(`field label not supported: ${field}`);
      return { path: field.split('.'), isEqual: operator !== '!=', value };
    });
  return (object) => terms.every((term) => (textOf(object, term.path) === term.value) === term.isEqual);
}

function isSupported(field: string, kind: KindDefinition): boolean {
  if (field === 'metadata.name' || (field === 'metadata.namespace' && kind.namespaced)) return true;
  return (FIELDS[kind.kind] ?? []).includes(field);
}

function textOf(object: StoredObject, path: readonly string[]): string {
  if (object.kind === 'Event' && path.join('.') === 'source') path = ['source', 'component'];
  let current: unknown = object;
  for (const key of path) current = isJsonObject(current) ? current[key] : undefined;
  return typeof current === 'string' || typeof current === 'number' || typeof current === 'boolean'
    ? String(current)
    : '';
}
