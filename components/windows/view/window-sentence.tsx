'use client';

import { useTranslations } from 'next-intl';
import { rich } from '@/components/ui/text/rich';
import { Sentence } from '@/components/ui/text/sentence';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import { laneSegments } from '../model/lane-segments';
import type { WindowLane } from '../model/window-lanes';

const HORIZON_MS = 14 * 86_400_000;

/** Where nothing may sync now and until when; else what closes next. */
export function WindowSentence({
  lanes,
  now,
}: {
  readonly lanes: readonly WindowLane[];
  readonly now: Date;
}) {
  const t = useTranslations('windows.sentence');
  const words = useTimeWords();
  const states = lanes.map((lane) => ({
    lane,
    segments: laneSegments(lane.windows, now, new Date(now.getTime() + HORIZON_MS)),
  }));
  const closed = states.filter(
    ({ segments }) => segments[0]?.state === 'closed' || segments[0]?.state === 'outside',
  );
  const [first, ...others] = closed;
  const next = states
    .flatMap(({ lane, segments }) =>
      segments
        .slice(1)
        .filter((segment) => segment.state === 'closed')
        .slice(0, 1)
        .map((segment) => ({ lane, segment })),
    )
    .sort((a, b) => a.segment.from.getTime() - b.segment.from.getTime())[0];
  const opens = first?.segments.find((segment) => segment.state === 'open')?.from;
  return (
    <Sentence as="h1" size="verdict">
      {first
        ? t.rich(opens ? 'closedUntil' : 'closed', {
            ...rich,
            scope: first.lane.cluster,
            until: opens ? words.moment(opens) : '',
            others: others.length,
          })
        : t.rich('open', {
            ...rich,
            count: lanes.reduce((sum, lane) => sum + lane.applications.length, 0),
          })}{' '}
      {next &&
        t.rich('next', {
          ...rich,
          from: words.moment(next.segment.from),
          scope: next.lane.cluster,
          name: next.segment.rule?.description || next.segment.rule?.schedule || '',
        })}
    </Sentence>
  );
}
