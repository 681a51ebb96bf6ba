import type { JsonObject } from '@/lib/domain/resource/json';
import { apiVersionOf, type KindDefinition } from '../../registry/kind-definition';

const WRITE_PARAMETERS = ['dryRun', 'fieldManager', 'fieldValidation'];

/** The operations of one kind, with what clients look for: verbs, kinds, patch types and query parameters. */
export function pathsOf(kind: KindDefinition, componentName: string): JsonObject {
  const apiVersion = apiVersionOf(kind);
  const root = kind.group === '' ? `/api/${apiVersion}` : `/apis/${apiVersion}`;
  const base = kind.namespaced ? `${root}/namespaces/{namespace}/${kind.plural}` : `${root}/${kind.plural}`;
  const body = { $ref: `#/components/schemas/${componentName}` };
  const operation = (action: string, parameters: string[], content?: JsonObject): JsonObject => ({
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': { group: kind.group, version: kind.version, kind: kind.kind },
    parameters: parameters.map(parameter),
    ...(content ? { requestBody: { content } } : {}),
    responses: { '200': { description: 'OK', content: { 'application/json': { schema: body } } } },
  });
  const json = { 'application/json': { schema: body } };
  const create = { post: operation('post', WRITE_PARAMETERS, json) };
  if (!kind.verbs.includes('get')) return { [base]: create };
  return {
    [base]: {
      get: operation('list', ['labelSelector', 'fieldSelector', 'limit', 'continue', 'watch']),
      ...create,
    },
    [`${base}/{name}`]: {
      get: operation('get', []),
      put: operation('put', WRITE_PARAMETERS, json),
      patch: operation('patch', [...WRITE_PARAMETERS, 'force'], patchContent(kind)),
      delete: operation('delete', ['dryRun', 'gracePeriodSeconds', 'propagationPolicy']),
    },
  };
}

function patchContent(kind: KindDefinition): JsonObject {
  const types = [
    'application/json-patch+json',
    'application/merge-patch+json',
    ...(kind.custom ? [] : ['application/strategic-merge-patch+json']),
    'application/apply-patch+yaml',
  ];
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'object' } }]));
}

function parameter(name: string): JsonObject {
  return { name, in: 'query', schema: { type: 'string', uniqueItems: true } };
}
