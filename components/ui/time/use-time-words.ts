'use client';

import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { splitAge, splitDuration, type AgePart } from './age';
import { formatAbsolute, formatClock, formatMoment } from './moment';
import { useNow } from './use-now';

export interface TimeWords {
  readonly now: number;
  /** "2 h 46 min" for a duration in ms; number and unit do not part. */
  readonly age: (ms: number) => string;
  /** "1 min 57 s": as `age`, with the seconds of what is timed. */
  readonly duration: (ms: number) => string;
  readonly moment: (at: Date) => string;
  /** "14:02:11", for data that stands still. */
  readonly clock: (at: Date) => string;
  readonly absolute: (at: Date) => string;
}

/** Times in the viewer's words and zone. */
export function useTimeWords(everyMs?: number): TimeWords {
  const t = useTranslations('common.ages');
  const locale = useLocale();
  const timeZone = useTimeZone() ?? 'UTC';
  const now = useNow(everyMs);
  const write = (parts: readonly AgePart[]) =>
    parts.map((part) => t(part.unit, { count: part.count })).join(' ');
  return {
    now,
    age: (ms) => write(splitAge(ms)),
    duration: (ms) => write(splitDuration(ms)),
    moment: (at) => formatMoment(at, { now: new Date(now), locale, timeZone }),
    clock: (at) => formatClock(at, timeZone),
    absolute: (at) => formatAbsolute(at, locale, timeZone),
  };
}
