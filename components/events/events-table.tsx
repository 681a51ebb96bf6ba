'use client';

import { clsx } from 'clsx';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button/button';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { SearchInput } from '@/components/ui/form/input';
import { DataTable, type DataColumn } from '@/components/ui/table/data-table';
import { Time } from '@/components/ui/time/time';
import type { ResourceEvent } from '@/lib/contracts/resource/live-resource';
import { newestFirst } from './newest-first';

interface EventsTableProps {
  readonly label: string;
  readonly events: readonly ResourceEvent[];
}

/** Kubernetes events, newest first; warnings are coloured, normal ones calm. */
export function EventsTable({ label, events }: EventsTableProps) {
  const t = useTranslations('events');
  const [filter, setFilter] = useState('');
  const [warningsOnly, setWarningsOnly] = useState(false);
  const warnings = events.filter(isWarning).length;
  const word = filter.trim().toLowerCase();
  const shown = newestFirst(events).filter(
    (event) =>
      (!warningsOnly || isWarning(event)) &&
      `${event.reason} ${event.object.kind} ${event.object.name} ${event.message}`
        .toLowerCase()
        .includes(word),
  );
  return (
    <>
      <div
        role="toolbar"
        aria-label={t('toolbar')}
        className="flex min-h-11 flex-wrap items-center gap-2 px-6 py-1.5 max-sm:px-4"
      >
        <SearchInput
          icon={<Search aria-hidden size={16} />}
          className="w-64 max-sm:flex-1"
          aria-label={t('filter')}
          placeholder={t('filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <Button
          aria-pressed={warningsOnly}
          className="aria-pressed:bg-press"
          onClick={() => setWarningsOnly(!warningsOnly)}
        >
          {t('warningsOnly')} <span className="nums font-semibold">{warnings}</span>
        </Button>
        <span className="nums ml-auto text-meta text-fg-3">{t('count', { count: shown.length })}</span>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={events.length === 0 ? t('none') : t('noMatch')}>
          {events.length === 0 ? t('noneBody') : t('noMatchBody', { count: events.length })}
        </EmptyState>
      ) : (
        <div className="min-h-0 flex-1 overflow-auto px-2 max-md:overflow-visible">
          <DataTable label={label} columns={columns(t)} rows={shown} rowKey={(event) => event.uid} />
        </div>
      )}
    </>
  );
}

export function isWarning(event: ResourceEvent): boolean {
  return event.type !== 'Normal';
}

function columns(t: ReturnType<typeof useTranslations<'events'>>): DataColumn<ResourceEvent>[] {
  return [
    {
      key: 'reason',
      header: t('columns.reason'),
      className: 'w-48 max-md:w-32',
      cell: (event) => (
        <span className={clsx('break-words', isWarning(event) && 'text-bad-t')}>{event.reason}</span>
      ),
    },
    {
      key: 'object',
      header: t('columns.object'),
      className: 'w-72 max-md:hidden',
      cell: (event) => (
        <span className="break-all">
          <span className="text-meta text-fg-3">{event.object.kind}</span> {event.object.name}
        </span>
      ),
    },
    {
      key: 'message',
      header: t('columns.message'),
      cell: (event) => (
        <span className="block py-1.5 break-words">
          <span className="hidden text-meta text-fg-3 max-md:block">
            {event.object.kind} {event.object.name}
          </span>
          {event.message}
        </span>
      ),
    },
    {
      key: 'count',
      header: t('columns.count'),
      align: 'end',
      className: 'w-16',
      cell: (event) => (event.count > 1 ? `×${event.count}` : ''),
    },
    {
      key: 'last',
      header: t('columns.last'),
      align: 'end',
      className: 'w-24',
      cell: (event) => event.lastSeen !== null && <Time at={event.lastSeen} />,
    },
  ];
}
