import type { SyncWindow } from '../../project/app-project';
import { canSync, readWindows, statesAt, type WindowState } from './can-sync';
import { matchesWindow, type WindowSubject } from './matches-window';
import { nextChange } from './next-change';

interface WindowOptions {
  /** Asked for by a person, which `manualSync` may let through. */
  manual: boolean;
  /** Start of the operation that is running; see `syncOverrun`. */
  startedAt?: Date | undefined;
}

export interface WindowEvaluation {
  allowed: boolean;
  /** Why, in one sentence that names the window; '' where no window has a say. */
  reason: string;
  /** When a new sync of this sort becomes possible, or impossible, next. */
  nextOpen: Date | undefined;
  nextClose: Date | undefined;
  /** Indexes into the given windows: about this Application, holding now, allows that do not hold now. */
  matches: number[];
  active: number[];
  inactiveAllows: number[];
  /** Windows that cannot be read, and what is wrong. */
  errors: { index: number; field: 'schedule' | 'duration' | 'timeZone'; message: string }[];
}

/** What the windows of a project say about a sync of one Application at an instant. */
export function evaluateWindows(
  windows: readonly SyncWindow[],
  subject: WindowSubject,
  now: Date,
  options: WindowOptions,
): WindowEvaluation {
  const read = readWindows(windows, (window) => matchesWindow(window, subject));
  const states = statesAt(read, now);
  const { allowed, because } = canSync(read, now, { isManual: options.manual, startedAt: options.startedAt });
  const errors = read.flatMap(({ index, parsed }) =>
    parsed.ok ? [] : [{ index, field: parsed.field, message: parsed.message }],
  );
  const change = errors.length > 0 ? undefined : nextChange(read, now, options.manual);
  return {
    allowed,
    reason: reasonOf(allowed, because),
    nextOpen: change?.allowed === true ? change.at : undefined,
    nextClose: change?.allowed === false ? change.at : undefined,
    matches: read.map((each) => each.index),
    active: states.flatMap((each) => (each.occurrence ? [each.index] : [])),
    inactiveAllows: states.flatMap((each) =>
      !each.occurrence && each.window.kind === 'allow' ? [each.index] : [],
    ),
    errors,
  };
}

function reasonOf(allowed: boolean, because: readonly WindowState[]): string {
  const [first] = because;
  if (!first) return '';
  const { window, parsed, occurrence } = first;
  const name = window.description ? `"${window.description}"` : `"${window.schedule ?? ''}"`;
  if (!parsed.ok) return `the sync window ${name} cannot be read: ${parsed.message}`;
  if (window.kind === 'deny')
    return `the deny window ${name} is open${allowed ? ', but lets this sync through' : ''}`;
  if (occurrence) return `the allow window ${name} is open`;
  return `the allow window ${name} is closed${allowed ? ', but lets this sync through' : ''}`;
}
