import type { JsonObject } from '../../resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { FieldSet } from '../fields/field-set';
import type { TypeSchema } from '../schema/type-schema';
import { equalValues } from '../typed/atom';
import { compareTyped } from '../typed/compare-typed';
import { fieldSetOf } from '../typed/field-set-of';
import { mergeTyped } from '../typed/merge-typed';
import { formatTypeProblems, validateTyped, type TypeProblem } from '../typed/validate-typed';
import { capUpdaters } from './cap-updaters';
import { formatConflicts, type ApplyConflict } from './conflicts';
import { allowedByLastApplied, LAST_APPLIED_ANNOTATION, withLastApplied } from './last-applied';
import { managerId, parseManagers, serialiseManagers, type Manager, type Managers } from './managers';
import { pruneDropped } from './prune-dropped';
import { settleOwnership, withoutFields } from './settle-ownership';
import { UNOWNED_FIELDS, withoutManagedFields } from './strip-metadata';
import { recordUpdate } from './track-update';

export interface ApplyInput {
  /** The stored object; undefined when the apply creates it. */
  live?: KubernetesObject | undefined;
  /** The applied configuration, same version as `live`. */
  applied: KubernetesObject;
  manager: string;
  force: boolean;
  schema: TypeSchema;
  /** RFC 3339, whole seconds. */
  now: string;
  subresource?: string | undefined;
  /** Fields that this endpoint does not write (`status` on the main one, `spec` on status). */
  resetFields?: FieldSet | undefined;
  /** Runs on the merged object, after ownership was decided, as the API server's defaulting does. */
  defaulting?: ((object: KubernetesObject) => KubernetesObject) | undefined;
}

export type ApplyResult =
  | { result: 'ok'; object: KubernetesObject; changed: boolean }
  | { result: 'conflict'; conflicts: ApplyConflict[]; message: string }
  | { result: 'invalid'; status: 400 | 500; problems: TypeProblem[]; message: string };

/**
 * Server-side apply as kube-apiserver performs it: merge by schema, removal of what the manager no longer applies,
 * conflicts, `managedFields`. `changed` is false when nothing but times would differ; then `object` is `live`.
 * Explicit nulls of the applied object are still in the result: `defaulting` turns them into absent or default values.
 */
export function applyServerSide(input: ApplyInput): ApplyResult {
  const refusal = refuse(input);
  if (refusal) return refusal;
  const attempt = applyOnce(input, input.force);
  if (attempt.conflicts.length === 0 || input.force) return finish(input, attempt);
  const conflicts =
    input.manager === 'kubectl' ? withoutAllowed(input, attempt.conflicts) : attempt.conflicts;
  if (conflicts.length > 0) return { result: 'conflict', conflicts, message: formatConflicts(conflicts) };
  return finish(input, applyOnce(input, true));
}

function refuse({ applied, schema }: ApplyInput): ApplyResult | undefined {
  if (applied.metadata.managedFields !== undefined) {
    return { result: 'invalid', status: 400, problems: [], message: 'metadata.managedFields must be nil' };
  }
  const problems = validateTyped(applied as unknown as JsonObject, schema);
  if (problems.length === 0) return undefined;
  const { group, version } = splitVersion(applied.apiVersion);
  const name = `${applied.metadata.namespace ?? ''}/${applied.metadata.name ?? ''}`;
  const message = `failed to create typed patch object (${name}; ${group}/${version}, Kind=${applied.kind}): ${formatTypeProblems(problems)}`;
  return { result: 'invalid', status: 500, problems, message };
}

function splitVersion(apiVersion: string): { group: string; version: string } {
  const [first = '', second] = apiVersion.split('/');
  return second === undefined ? { group: '', version: first } : { group: first, version: second };
}

interface Attempt {
  merged: JsonObject;
  isSame: boolean;
  managers: Managers;
  conflicts: ApplyConflict[];
}

function applyOnce(input: ApplyInput, force: boolean): Attempt {
  const { live, applied, schema } = input;
  const resetFields = input.resetFields ?? FieldSet.EMPTY;
  const liveJson = live ? withoutManagedFields(live) : {};
  const before = liveManagers(input);
  const self: Manager = {
    name: input.manager,
    operation: 'Apply',
    apiVersion: applied.apiVersion,
    subresource: input.subresource ?? '',
    time: undefined,
    fields: fieldSetOf(applied as unknown as JsonObject, schema).recursiveDifference(resetFields),
  };
  const id = managerId(self);
  const last = before.get(id);
  const managers = new Map(before).set(id, { ...self, time: last?.time });
  let owned = FieldSet.EMPTY;
  for (const manager of managers.values()) owned = owned.union(manager.fields);
  const wanted = mergeTyped(liveJson, applied as unknown as JsonObject, schema) ?? {};
  const merged = pruneDropped(wanted, last?.fields ?? FieldSet.EMPTY, owned, schema) as JsonObject;
  const comparison = withoutFields(compareTyped(liveJson, merged, schema), resetFields);
  const settled = settleOwnership(managers, comparison, id);
  const fields = self.fields.difference(UNOWNED_FIELDS);
  if (fields.isEmpty) settled.managers.delete(id);
  else settled.managers.set(id, { ...self, time: last?.time, fields });
  return {
    merged,
    // Order in lists is content here, although the comparison of owners does not see it.
    isSame: live !== undefined && equalValues(liveJson, merged),
    managers: settled.managers,
    conflicts: force ? [] : settled.conflicts,
  };
}

/** Entries of the live object; an object that has none is first taken as written by `before-first-apply`. */
function liveManagers({ live, schema, now, subresource, resetFields }: ApplyInput): Managers {
  const managers = parseManagers(live?.metadata.managedFields);
  if (managers.size > 0 || !live) return managers;
  return recordUpdate(
    managers,
    undefined,
    { manager: 'before-first-apply', schema, now, subresource, resetFields },
    live,
  );
}

function finish(input: ApplyInput, { merged, isSame: same, managers }: Attempt): ApplyResult {
  const { live, manager, subresource, applied, now } = input;
  const id = managerId({
    name: manager,
    operation: 'Apply',
    apiVersion: applied.apiVersion,
    subresource: subresource ?? '',
  });
  const self = managers.get(id);
  const timed = same || !self ? managers : new Map(managers).set(id, { ...self, time: now });
  const base = (same && live ? withoutManagedFields(live) : merged) as unknown as KubernetesObject;
  // kubectl keeps an existing annotation up to date, so that both of its ways to apply agree.
  const isKept = manager === 'kubectl' && base.metadata.annotations?.[LAST_APPLIED_ANNOTATION] !== undefined;
  const annotated = isKept ? withLastApplied(base, applied) : base;
  const defaulted = input.defaulting ? input.defaulting(annotated) : annotated;
  const entries = serialiseManagers(capUpdaters(timed));
  if (live && isUnchanged(live, defaulted, managers)) return { result: 'ok', object: live, changed: false };
  const metadata = { ...defaulted.metadata, ...(entries.length > 0 ? { managedFields: entries } : {}) };
  return { result: 'ok', object: { ...defaulted, metadata }, changed: true };
}

/** Whether storing would change more than the times of entries; a write that does not is no write. */
function isUnchanged(live: KubernetesObject, result: KubernetesObject, managers: Managers): boolean {
  const stored = parseManagers(live.metadata.managedFields);
  if (stored.size !== managers.size) return false;
  for (const [id, manager] of managers) {
    const earlier = stored.get(id);
    if (!earlier?.fields.equals(manager.fields) || earlier.apiVersion !== manager.apiVersion) return false;
  }
  return equalValues(withoutManagedFields(live), withoutManagedFields(result));
}

/** `kubectl` may take fields back from its own client-side apply: those whose live value is the last applied one. */
function withoutAllowed(input: ApplyInput, conflicts: ApplyConflict[]): ApplyConflict[] {
  const allowed = input.live ? allowedByLastApplied(input.live, input.schema) : FieldSet.EMPTY;
  return conflicts
    .map((conflict) => ({ ...conflict, fields: conflict.fields.filter((path) => !allowed.has(path)) }))
    .filter((conflict) => conflict.fields.length > 0);
}
