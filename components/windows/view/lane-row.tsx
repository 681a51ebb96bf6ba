'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import { percentOf } from '../model/calendar-days';
import { laneSegments, type LaneSegment } from '../model/lane-segments';
import type { WindowLane } from '../model/window-lanes';

interface LaneRowProps {
  readonly lane: WindowLane;
  readonly days: readonly Date[];
  readonly now: Date;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

/** One scope of the calendar: its name at the left, what holds when at the right. */
export function LaneRow({ lane, days, now, isSelected, onSelect }: LaneRowProps) {
  const t = useTranslations('windows');
  const [from, until] = [days[0], days.at(-1)];
  if (!from || !until) return null;
  const segments = laneSegments(lane.windows, from, until);
  const position = percentOf(now, from, until);
  return (
    <li className={clsx('flex min-h-13 border-b border-line-2 last:border-b-0', isSelected && 'bg-sel')}>
      <button
        type="button"
        aria-pressed={isSelected}
        onClick={onSelect}
        className={clsx(
          'relative flex w-42 shrink-0 flex-col justify-center border-r border-line px-3 py-1.5 text-left focus-inset max-sm:w-28',
          isSelected
            ? 'before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-you'
            : 'hover:bg-hover',
        )}
      >
        <span className="flex w-full items-baseline gap-2">
          <b className="truncate text-fg">{lane.cluster}</b>
          <span className="shrink-0 text-meta text-fg-3">
            {t('apps', { count: lane.applications.length })}
          </span>
        </span>
        <span className="w-full truncate font-mono text-code text-fg-2">
          {lane.isPart && lane.windows.length > 0 ? `${lane.project} · ` : ''}
          {lane.windows.length === 0
            ? t('noWindow')
            : lane.windows.map((window) => window.schedule ?? '').join(', ')}
        </span>
      </button>
      <ol
        className="relative min-w-0 flex-1 bg-sunken"
        aria-label={t('laneLabel', { cluster: lane.cluster })}
      >
        {days.slice(1, -1).map((day) => (
          <li
            key={day.getTime()}
            aria-hidden
            className="absolute inset-y-0 border-l border-line-2"
            style={{ left: `${percentOf(day, from, until)}%` }}
          />
        ))}
        {segments
          .filter((segment) => segment.state !== 'outside')
          .map((segment) => (
            <SegmentBlock
              key={segment.from.getTime()}
              segment={segment}
              from={from}
              until={until}
              hasRules={lane.windows.length > 0}
            />
          ))}
        {position >= 0 && position <= 100 && (
          <li aria-hidden className="absolute inset-y-0 z-10 w-0.5 bg-you" style={{ left: `${position}%` }} />
        )}
      </ol>
    </li>
  );
}

interface SegmentBlockProps {
  readonly segment: LaneSegment;
  readonly from: Date;
  readonly until: Date;
  readonly hasRules: boolean;
}

/** Below this share of the calendar a block has no room for words; they are read out and shown on hover. */
const ROOM_FOR_WORDS = 9;

function SegmentBlock({ segment, from, until, hasRules }: SegmentBlockProps) {
  const t = useTranslations('windows');
  const words = useTimeWords();
  const left = percentOf(segment.from, from, until);
  const width = percentOf(segment.until, from, until) - left;
  const span = t('span', { from: words.moment(segment.from), until: words.moment(segment.until) });
  const name = segment.rule?.description || segment.rule?.schedule || '';
  const isClosed = segment.state === 'closed';
  const title = isClosed
    ? t('closedBy', { name, span })
    : hasRules
      ? t('openBy', { name, span })
      : t('openAlways');
  const hasRoom = width >= ROOM_FOR_WORDS;
  return (
    <li
      className={clsx(
        'absolute top-2 h-9 overflow-hidden rounded-chip border text-meta',
        isClosed
          ? 'border-at-line bg-at-tint text-at-t hatched [--hatch-ink:var(--at-line)]'
          : 'border-ok-line bg-ok-tint text-ok-t',
      )}
      style={{ left: `${left}%`, width: `${width}%` }}
      title={title}
      suppressHydrationWarning
    >
      {hasRoom && isClosed && (
        <span aria-hidden className="flex h-full w-fit max-w-full flex-col justify-center bg-at-tint px-2">
          <span className="truncate font-medium">{name}</span>
          <span className="truncate">{span}</span>
        </span>
      )}
      {hasRoom && !isClosed && !hasRules && (
        <span aria-hidden className="flex h-full items-center px-3">
          {t('openAlways')}
        </span>
      )}
      <span className="sr-only">{title}</span>
    </li>
  );
}
