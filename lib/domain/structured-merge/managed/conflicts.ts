import { formatPath, type PathElement } from '../fields/path-element';
import type { FieldSet } from '../fields/field-set';
import type { Manager } from './managers';

/** Fields of one manager that an apply would change. */
export interface ApplyConflict {
  manager: string;
  operation: 'Apply' | 'Update';
  subresource: string;
  fields: PathElement[][];
  /** `conflict with "kubectl" using apps/v1`, as in the causes of the API server's 409. */
  message: string;
}

export function conflictWith(manager: Manager, fields: FieldSet): ApplyConflict {
  return {
    manager: manager.name,
    operation: manager.operation,
    subresource: manager.subresource,
    fields: [...fields.paths()],
    message: `conflict with ${describe(manager)}`,
  };
}

/** The message of the API server's 409: one conflict on one line, several grouped by manager. */
export function formatConflicts(conflicts: readonly ApplyConflict[]): string {
  const count = conflicts.reduce((sum, conflict) => sum + conflict.fields.length, 0);
  const [first] = conflicts;
  if (count === 1 && first) {
    return `Apply failed with 1 conflict: ${first.message}: ${formatPath(first.fields[0] ?? [])}`;
  }
  const groups = conflicts.map((conflict) => {
    const heading = `${conflict.message.replace('conflict with', 'conflicts with')}:`;
    return [heading, ...conflict.fields.map((path) => `- ${formatPath(path)}`)].join('\n');
  });
  return `Apply failed with ${count} conflicts: ${groups.sort().join('\n')}`;
}

function describe(manager: Manager): string {
  const name = JSON.stringify(manager.name);
  const subresource =
    manager.subresource === '' ? '' : ` with subresource ${JSON.stringify(manager.subresource)}`;
  return `${name}${subresource}${manager.operation === 'Update' ? ` using ${manager.apiVersion}` : ''}`;
}
