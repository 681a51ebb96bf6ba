import type { SyncWindow } from '../../project/app-project';
import { occurrenceAt } from '../schedule/occurrences';
import { parseWindow, type ParsedWindow } from '../schedule/parse-window';

/** A window that is about the Application, with its schedule read. */
export interface ReadWindow {
  /** Position in the given list. */
  index: number;
  window: SyncWindow;
  parsed: ParsedWindow;
}

export interface WindowState extends ReadWindow {
  /** Without an end where none is near. */
  occurrence: { from: Date; until: Date | undefined } | undefined;
}

type SyncVerdict = {
  allowed: boolean;
  /** The windows that decide; none when nothing stands in the way. */ because: WindowState[];
};

export function readWindows(
  windows: readonly SyncWindow[],
  isAbout: (window: SyncWindow) => boolean,
): ReadWindow[] {
  return windows.flatMap((window, index) =>
    isAbout(window) ? [{ index, window, parsed: parseWindow(window) }] : [],
  );
}

/** Windows with the occurrence that holds at an instant. */
export function statesAt(windows: readonly ReadWindow[], at: Date): WindowState[] {
  return windows.map((each) => ({
    ...each,
    occurrence: each.parsed.ok ? occurrenceAt(each.parsed.spans, at) : undefined,
  }));
}

/**
 * Whether a sync may run (semantics.md §7). A window that cannot be read blocks. An active deny wins, then an active
 * allow, then allows that are closed. A running operation may overrun when it was allowed at its start and every window
 * that stands in the way says so.
 */
export function canSync(
  windows: readonly ReadWindow[],
  at: Date,
  { isManual, startedAt }: { isManual: boolean; startedAt?: Date | undefined },
): SyncVerdict {
  const wasAllowed = (): boolean =>
    startedAt !== undefined && canSync(windows, startedAt, { isManual }).allowed;
  return judgeStates(statesAt(windows, at), isManual, wasAllowed);
}

/** {@link canSync} for windows of which is known which hold. */
export function judgeStates(
  states: readonly WindowState[],
  isManual: boolean,
  wasAllowed: () => boolean = () => false,
): SyncVerdict {
  const letsThrough = (blocking: readonly WindowState[]): boolean =>
    (isManual && blocking.every((each) => each.window.manualSync)) ||
    (blocking.every((each) => each.window.syncOverrun) && wasAllowed());
  const broken = states.filter((each) => !each.parsed.ok);
  if (broken.length > 0) return { allowed: false, because: broken };
  const active = states.filter((each) => each.occurrence);
  const denies = active.filter((each) => each.window.kind === 'deny');
  if (denies.length > 0) return { allowed: letsThrough(denies), because: denies };
  const allows = active.filter((each) => each.window.kind === 'allow');
  if (allows.length > 0) return { allowed: true, because: allows };
  const closed = states.filter((each) => each.window.kind === 'allow');
  return { allowed: closed.length === 0 || letsThrough(closed), because: closed };
}
