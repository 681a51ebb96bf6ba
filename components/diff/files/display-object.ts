import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import type { ManagedFieldsEntry } from '@/lib/domain/resource/kubernetes-object';

const BOOKKEEPING = [
  'managedFields',
  'resourceVersion',
  'uid',
  'generation',
  'creationTimestamp',
  'selfLink',
];
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** The object without what the API server keeps for itself; that is never a difference a person decides about. */
export function displayObject(object: JsonObject | null | undefined): JsonObject | undefined {
  if (!object) return undefined;
  const { metadata, ...rest } = object;
  delete rest.status;
  if (!isJsonObject(metadata)) return rest;
  const kept = Object.fromEntries(Object.entries(metadata).filter(([key]) => !BOOKKEEPING.includes(key)));
  if (isJsonObject(kept.annotations)) {
    const annotations = Object.entries(kept.annotations).filter(([key]) => key !== LAST_APPLIED);
    if (annotations.length > 0) kept.annotations = Object.fromEntries(annotations);
    else delete kept.annotations;
  }
  return { ...rest, metadata: kept };
}

/** `metadata.managedFields` of a live object as the API serves it. */
export function managedFieldsOf(object: JsonObject | null | undefined): ManagedFieldsEntry[] {
  const metadata = object?.metadata;
  const entries: unknown = isJsonObject(metadata) ? metadata.managedFields : undefined;
  return Array.isArray(entries) ? (entries as ManagedFieldsEntry[]) : [];
}
