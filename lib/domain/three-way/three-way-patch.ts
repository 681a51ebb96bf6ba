import type { JsonObject } from '../resource/json';
import { isCompiledKind, type TypeSchema } from '../structured-merge/schema/type-schema';
import { threeWayMergePatch } from './three-way-merge-patch';
import { strategicPatchBetween } from './strategic-patch-between';

export interface ThreeWayInput {
  /** The last-applied configuration; undefined where the live object has none. */
  original: JsonObject | undefined;
  /** The object to apply, with its new last-applied annotation if that is kept. */
  modified: JsonObject;
  current: JsonObject;
  /** Compiled kinds get a strategic patch, custom resources and kinds without schema a JSON merge patch. */
  schema: TypeSchema | undefined;
}

export interface ThreeWayPatch {
  type: 'strategic' | 'merge';
  patch: JsonObject;
}

/**
 * The patch that client-side apply sends: additions and changes against the live object, deletions against what was
 * applied last. Undefined when there is nothing to send.
 */
export function threeWayPatch({
  original,
  modified,
  current,
  schema,
}: ThreeWayInput): ThreeWayPatch | undefined {
  if (schema && isCompiledKind(schema)) {
    const patch = strategicPatchBetween(original ?? {}, modified, current, schema);
    return isEmpty(patch) ? undefined : { type: 'strategic', patch };
  }
  const patch = threeWayMergePatch(original ?? {}, modified, current);
  return isEmpty(patch) ? undefined : { type: 'merge', patch };
}

function isEmpty(patch: JsonObject): boolean {
  return Object.keys(patch).length === 0;
}
