'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button/button';
import { IconButton } from '@/components/ui/button/icon-button';
import { SegmentedControl } from '@/components/ui/form/segmented-control';
import { Panel } from '@/components/ui/panel/panel';
import { dateLocale } from '@/components/ui/time/moment';
import { percentOf } from '../model/calendar-days';
import type { WindowLane } from '../model/window-lanes';
import { LaneRow } from './lane-row';

export const CALENDAR_SPANS = ['7', '14'] as const;
export type CalendarSpan = (typeof CALENDAR_SPANS)[number];

interface WindowCalendarProps {
  readonly lanes: readonly WindowLane[];
  /** Midnights in the viewer's zone, the end of the last day included. */
  readonly days: readonly Date[];
  readonly now: Date;
  readonly timeZone: string;
  readonly span: CalendarSpan;
  readonly selected: string | undefined;
  readonly onSelect: (laneId: string) => void;
  readonly onSpan: (span: CalendarSpan) => void;
  /** Days to go back or forward; 0 is today. */
  readonly onMove: (days: number) => void;
}

/** Scopes against days: open outlined, closed hatched, outside hours empty. */
export function WindowCalendar(props: WindowCalendarProps) {
  const t = useTranslations('windows');
  const locale = useLocale();
  const { days, now, timeZone, lanes } = props;
  const [from, until] = [days[0], days.at(-1)];
  if (!from || !until) return null;
  const write = (at: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(dateLocale(locale), { timeZone, ...options }).format(at).replace(/,/g, '');
  const zone =
    new Intl.DateTimeFormat(dateLocale(locale), { timeZone, timeZoneName: 'short' })
      .formatToParts(now)
      .find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
  const last = days.at(-2) ?? from;
  const position = percentOf(now, from, until);
  return (
    <section aria-label={t('calendar')}>
      <div className="flex flex-wrap items-center gap-2 pb-2">
        <IconButton
          label={t('earlier')}
          size={32}
          variant="default"
          icon={<ChevronLeft aria-hidden size={16} />}
          onClick={() => props.onMove(-7)}
        />
        <Button onClick={() => props.onMove(0)}>{t('today')}</Button>
        <IconButton
          label={t('later')}
          size={32}
          variant="default"
          icon={<ChevronRight aria-hidden size={16} />}
          onClick={() => props.onMove(7)}
        />
        <h2 className="px-1 text-body font-semibold">
          {t('range', {
            from: write(from, { day: 'numeric', month: 'short' }),
            until: write(last, { day: 'numeric', month: 'short', year: 'numeric' }),
            zone,
          })}
        </h2>
        <Legend />
        <SegmentedControl
          label={t('days')}
          value={props.span}
          segments={CALENDAR_SPANS.map((value) => ({
            value,
            label: t('spanDays', { count: Number(value) }),
          }))}
          onChange={props.onSpan}
        />
      </div>
      <Panel>
        <div className="flex border-b border-line">
          <span className="w-42 shrink-0 border-r border-line max-sm:w-28" />
          <div className="relative h-8 min-w-0 flex-1">
            {days.slice(0, -1).map((day, index) => {
              const isToday = now >= day && now < (days[index + 1] ?? day);
              return (
                <span
                  key={day.getTime()}
                  className={clsx(
                    'absolute inset-y-0 flex items-center truncate border-l border-line-2 pl-2 text-meta first:border-l-0',
                    isToday ? 'font-semibold text-fg' : 'text-fg-2',
                  )}
                  style={{ left: `${percentOf(day, from, until)}%`, width: `${100 / (days.length - 1)}%` }}
                >
                  <span className="truncate max-sm:hidden">
                    {write(day, { weekday: 'short', day: 'numeric' })}
                  </span>
                  <span className="sm:hidden">{write(day, { day: 'numeric' })}</span>
                </span>
              );
            })}
            {position >= 0 && position <= 100 && (
              <span
                className="nums absolute top-2 z-10 -translate-x-1/2 rounded-check bg-you px-1 text-axis text-on-you"
                style={{ left: `${position}%` }}
                suppressHydrationWarning
              >
                {write(now, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}
              </span>
            )}
          </div>
        </div>
        <ol>
          {lanes.map((lane) => (
            <LaneRow
              key={lane.id}
              lane={lane}
              days={days}
              now={now}
              isSelected={lane.id === props.selected}
              onSelect={() => props.onSelect(lane.id)}
            />
          ))}
        </ol>
      </Panel>
    </section>
  );
}

function Legend() {
  const t = useTranslations('windows.legend');
  const swatch = 'inline-block h-3 w-4 rounded-check border';
  return (
    <p className="ml-auto flex items-center gap-4 text-meta text-fg-2 max-md:ml-0 max-md:w-full">
      <span className="flex items-center gap-1.5">
        <span aria-hidden className={`${swatch} border-ok bg-ok-tint`} /> {t('open')}
      </span>
      <span className="flex items-center gap-1.5">
        <span aria-hidden className={`${swatch} border-at bg-at-tint hatched [--hatch-ink:var(--at)]`} />{' '}
        {t('closed')}
      </span>
      <span className="flex items-center gap-1.5">
        <span aria-hidden className={`${swatch} border-line bg-sunken`} /> {t('outside')}
      </span>
    </p>
  );
}
