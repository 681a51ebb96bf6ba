'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/ui/time/time';
import type { ResourceEvent } from '@/lib/contracts/resource/live-resource';
import { isWarning } from './events-table';
import { newestFirst } from './newest-first';

interface EventListProps {
  readonly events: readonly ResourceEvent[];
  readonly limit?: number;
}

/** Events of one resource in a panel: reason, message, how often, when. */
export function EventList({ events, limit }: EventListProps) {
  const t = useTranslations('events');
  const shown = newestFirst(events).slice(0, limit);
  if (shown.length === 0) return <p className="py-1 text-body text-fg-2">{t('none')}</p>;
  return (
    <ul className="divide-y divide-line-2">
      {shown.map((event) => (
        <li key={event.uid} className="flex items-baseline gap-3 py-1 text-meta">
          <span className={clsx('w-28 shrink-0 break-words', isWarning(event) ? 'text-bad-t' : 'text-fg')}>
            {event.reason}
          </span>
          <span
            className={clsx('min-w-0 flex-1 text-fg-2', limit === undefined ? 'break-words' : 'truncate')}
            title={event.message}
          >
            {event.message}
          </span>
          {event.count > 1 && <span className="nums text-fg-3">×{event.count}</span>}
          {event.lastSeen !== null && <Time at={event.lastSeen} className="text-fg-2" />}
        </li>
      ))}
    </ul>
  );
}
