import type { HealthStatus } from '../health-status';
import { health } from './answer';
import type { Rule } from './health-check';
import { message } from './message';
import { fieldReader, type FieldPath } from './read-field';

/** A status, or a status with its message; `.` in the message is the phase itself. */
type Phase = HealthStatus | readonly [HealthStatus, string];

/** Health by one word of the object's status. A phase that is not in the table gives no answer. */
export function phases(
  path: FieldPath,
  table: Readonly<Record<string, Phase>>,
  defaultMessage?: string,
): Rule {
  const read = fieldReader(path);
  const rows = new Map(
    Object.entries(table).map(([phase, row]) => {
      const [status, template] = typeof row === 'string' ? [row, defaultMessage] : row;
      return [phase, { status, say: template === undefined ? undefined : message(template) }];
    }),
  );
  return (object) => {
    const phase = read(object);
    const row = typeof phase === 'string' || typeof phase === 'number' ? rows.get(String(phase)) : undefined;
    return row && health(row.status, row.say?.(object));
  };
}

/** Several phases that mean the same. */
export function each(names: readonly string[], phase: Phase): Record<string, Phase> {
  return Object.fromEntries(names.map((name) => [name, phase]));
}
