// Published as CommonJS: named imports do not work everywhere.
import jsonPatch, { type Operation } from 'fast-json-patch';
import { applyMergePatch } from '@/lib/domain/manifest/merge-patch';
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import type { TypeSchema } from '@/lib/domain/structured-merge/schema/type-schema';
import { strategicMergePatch } from '@/lib/domain/three-way/strategic-merge-patch';
import { ApiError, apiErrors } from '../status/api-error';

export type PatchType = 'json' | 'merge' | 'strategic';

/** The document after the patch; `document` is not changed. Throws 400 for a patch that is none, 422 for one that fails. */
export function patchDocument(
  document: JsonObject,
  type: PatchType,
  patch: JsonValue,
  schema: TypeSchema,
): JsonObject {
  if (type === 'json') return applyJsonPatch(document, patch);
  if (!isJsonObject(patch))
    throw apiErrors.badRequest('error decoding patch: json: cannot unmarshal into a map');
  const patched =
    type === 'merge' ? applyMergePatch(document, patch) : strategicMergePatch(document, patch, schema);
  return isJsonObject(patched) ? patched : {};
}

function applyJsonPatch(document: JsonObject, patch: JsonValue): JsonObject {
  if (!Array.isArray(patch))
    throw apiErrors.badRequest('error decoding patch: json: cannot unmarshal into an array');
  let current: JsonObject = structuredClone(document);
  for (const operation of patch) {
    try {
      const result = jsonPatch.applyOperation(
        current,
        structuredClone(operation) as unknown as Operation,
        true,
        true,
      );
      current = result.newDocument;
    } catch (error) {
      if (!(error instanceof jsonPatch.JsonPatchError)) throw error;
      throw new ApiError(
        422,
        'Invalid',
        'the server rejected our request due to an error in our request',
        {},
      );
    }
  }
  return current;
}
