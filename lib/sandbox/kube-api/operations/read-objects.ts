import type { JsonObject } from '@/lib/domain/resource/json';
import { convertVersion } from '../registry/convert-version';
import { apiVersionOf, type KindDefinition } from '../registry/kind-definition';
import { parseFieldSelector } from '../selectors/field-selector';
import { parseLabelSelector } from '../selectors/label-selector';
import { apiErrors } from '../status/api-error';
import type { StoredObject } from '../store/stored-object';
import type { KubeApi } from './kube-api';

export interface Selection {
  namespace: string;
  labelSelector?: string | undefined;
  fieldSelector?: string | undefined;
}

/** Whether an object in storage version belongs to a list or watch; throws 400 for a selector that cannot be read. */
export function selectorOf(kind: KindDefinition, selection: Selection): (object: StoredObject) => boolean {
  const { namespace, labelSelector = '', fieldSelector = '' } = selection;
  const byLabels = parseLabelSelector(labelSelector);
  if (!byLabels)
    throw apiErrors.badRequest(`unable to parse requirement: found '${labelSelector}', expected: selector`);
  const byFields = parseFieldSelector(fieldSelector, kind);
  return (object) =>
    (namespace === '' || object.metadata.namespace === namespace) &&
    byLabels(object.metadata.labels ?? {}) &&
    (fieldSelector === '' || byFields(toVersion(kind, object)));
}

export function listObjects(api: KubeApi, kind: KindDefinition, selection: Selection): StoredObject[] {
  const matches = selectorOf(kind, selection);
  return api.store.list(kind.bucket, selection.namespace).filter(matches);
}

/** A stored object as a version of its kind shows it. */
export function toVersion(kind: KindDefinition, object: StoredObject): StoredObject {
  return convertVersion(object as unknown as JsonObject, apiVersionOf(kind)) as unknown as StoredObject;
}
