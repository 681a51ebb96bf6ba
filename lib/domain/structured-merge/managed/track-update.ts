import type { KubernetesObject, ManagedFieldsEntry } from '../../resource/kubernetes-object';
import { FieldSet } from '../fields/field-set';
import type { TypeSchema } from '../schema/type-schema';
import { compareTyped } from '../typed/compare-typed';
import { emptyObjectOf } from '../typed/empty-object';
import { capUpdaters } from './cap-updaters';
import { managerId, parseManagers, serialiseManagers, type Manager, type Managers } from './managers';
import { settleOwnership, withoutFields } from './settle-ownership';
import { UNOWNED_FIELDS, withoutManagedFields } from './strip-metadata';

export interface UpdateTracking {
  /** The stored object; undefined at a create. */
  before?: KubernetesObject | undefined;
  /** The object to store, after defaulting, with the `managedFields` that the request carried (if any). */
  after: KubernetesObject;
  manager: string;
  schema: TypeSchema;
  /** RFC 3339, whole seconds. */
  now: string;
  subresource?: string | undefined;
  /** Fields that this endpoint does not write (`status` on the main one); they are nobody's gain. */
  resetFields?: FieldSet | undefined;
}

/**
 * `metadata.managedFields` after a create, update or patch (anything but server-side apply): the writer gains what it
 * changed and added, others lose it. An object whose entries were cleared stays untracked.
 */
export function trackUpdate(input: UpdateTracking): ManagedFieldsEntry[] {
  const { before, after } = input;
  const managers = startingManagers(input);
  if (managers.size === 0 && before !== undefined) return [];
  return serialiseManagers(capUpdaters(recordUpdate(managers, before, input, after)));
}

function startingManagers({ before, after, subresource }: UpdateTracking): Managers {
  const sent = after.metadata.managedFields;
  if (subresource === undefined && sent) {
    // One empty entry is the documented way to clear all.
    if (sent.length === 1 && Object.keys(sent[0] ?? {}).length === 0) return new Map();
    const managers = parseManagers(sent);
    if (managers.size > 0) return managers;
  }
  return parseManagers(before?.metadata.managedFields);
}

/** The managers after one write by `input.manager`; also how an object without entries gets its first one. */
export function recordUpdate(
  managers: Managers,
  before: KubernetesObject | undefined,
  input: Pick<UpdateTracking, 'manager' | 'schema' | 'now' | 'subresource' | 'resetFields'>,
  after: KubernetesObject,
): Map<string, Manager> {
  const compared = compareTyped(
    before ? withoutManagedFields(before) : emptyObjectOf(input.schema),
    withoutManagedFields(after),
    input.schema,
  );
  const comparison = withoutFields(compared, input.resetFields ?? FieldSet.EMPTY);
  const { managers: settled } = settleOwnership(managers, comparison, '');
  const gained = comparison.modified.union(comparison.added).difference(UNOWNED_FIELDS);
  if (gained.isEmpty) return settled;
  const self: Manager = {
    name: input.manager,
    operation: 'Update',
    apiVersion: after.apiVersion,
    subresource: input.subresource ?? '',
    time: input.now,
    fields: gained,
  };
  const id = managerId(self);
  const earlier = settled.get(id);
  settled.set(id, earlier ? { ...self, fields: gained.union(earlier.fields) } : self);
  return settled;
}
