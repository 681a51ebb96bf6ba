import { Cron } from 'croner';
import type { SyncWindow } from '../../project/app-project';
import { parseGoDuration } from '../../time/go-duration';
import { parseCron } from './parse-cron';
import { isHumanSchedule, parseHumanSchedule } from './parse-human-schedule';

/** Starts of a window and the end that belongs to each. */
export interface Span {
  /** First start strictly after the instant. */
  nextStart: (after: Date) => Date | undefined;
  endOf: (start: Date) => Date;
  /** No occurrence is longer. Milliseconds. */
  longestMs: number;
}

export type ParsedWindow =
  | { ok: true; spans: Span[]; zone: string }
  | { ok: false; field: 'schedule' | 'duration' | 'timeZone'; message: string };

/** Longest look back for a start; a duration beyond it is always open once it has begun. */
const HORIZON_MS = 10 * 366 * 86_400_000;

/** Reads a window's schedule: five-field cron with a duration, or days and clock times without. */
export function parseWindow(window: Pick<SyncWindow, 'schedule' | 'duration' | 'timeZone'>): ParsedWindow {
  const schedule = window.schedule ?? '';
  if (isHumanSchedule(schedule)) return parseHuman(schedule, window);
  const cron = parseCron(schedule);
  if (!cron.ok) return { ok: false, field: 'schedule', message: cron.message };
  const zone = cron.zone ?? zoneOf(window);
  if (!isTimeZone(zone))
    return { ok: false, field: cron.zone ? 'schedule' : 'timeZone', message: unknownZone(zone) };
  const durationMs = parseGoDuration(window.duration ?? '');
  if (durationMs === undefined) {
    return {
      ok: false,
      field: 'duration',
      message: `"${window.duration ?? ''}" is no duration such as 1h30m`,
    };
  }
  const starts = clock(cron.pattern, zone);
  if (!starts(new Date(0))) return { ok: false, field: 'schedule', message: `"${schedule}" never happens` };
  const longestMs = Math.min(durationMs, HORIZON_MS);
  const span = {
    nextStart: starts,
    endOf: (start: Date) => new Date(start.getTime() + longestMs),
    longestMs,
  };
  return { ok: true, zone, spans: [span] };
}

function parseHuman(schedule: string, window: Pick<SyncWindow, 'duration' | 'timeZone'>): ParsedWindow {
  const spans = parseHumanSchedule(schedule);
  if (typeof spans === 'string') return { ok: false, field: 'schedule', message: spans };
  const zone = zoneOf(window);
  if (!isTimeZone(zone)) return { ok: false, field: 'timeZone', message: unknownZone(zone) };
  if (window.duration) {
    return {
      ok: false,
      field: 'duration',
      message: 'a schedule of clock times has its own end, leave duration out',
    };
  }
  return {
    ok: true,
    zone,
    spans: spans.map(({ days, from, to }) => {
      const end = clock(`${to % 60} ${Math.floor(to / 60) % 24} * * *`, zone);
      return {
        nextStart: clock(`${from % 60} ${Math.floor(from / 60)} * * ${days.join(',')}`, zone),
        endOf: (start: Date) => end(start) ?? start,
        longestMs: 26 * 3_600_000,
      };
    }),
  };
}

function clock(pattern: string, zone: string): (after: Date) => Date | undefined {
  const cron = new Cron(pattern, { timezone: zone });
  return (after) => cron.nextRun(after) ?? undefined;
}

function zoneOf(window: Pick<SyncWindow, 'timeZone'>): string {
  return window.timeZone ? window.timeZone : 'UTC';
}

/** Names of the IANA database; offsets such as `+02:00` are none. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function unknownZone(name: string): string {
  return `"${name}" is no time zone such as Europe/Paris`;
}
