'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button/button';
import { Panel } from '@/components/ui/panel/panel';
import { DataTable, type DataColumn } from '@/components/ui/table/data-table';
import { SectionHead } from '@/components/ui/text/section-head';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { SyncWindow } from '@/lib/domain/project/app-project';
import { describeSchedule } from '@/lib/domain/window/schedule/describe-schedule';
import { occurrenceAt, occurrencesBetween } from '@/lib/domain/window/schedule/occurrences';
import { parseWindow } from '@/lib/domain/window/schedule/parse-window';

export interface ProjectRule {
  readonly project: string;
  readonly index: number;
  readonly window: SyncWindow;
}

interface RulesTableProps {
  readonly rules: readonly ProjectRule[];
  readonly now: Date;
  readonly onEdit: (rule: ProjectRule) => void;
}

const HORIZON_MS = 400 * 86_400_000;

/** Every window of every project: what it is about, when, as written, what happens to it next. */
export function RulesTable({ rules, now, onEdit }: RulesTableProps) {
  const t = useTranslations('windows.rules');
  const locale = useLocale();
  const words = useTimeWords();
  const next = (window: SyncWindow): string => {
    const parsed = parseWindow(window);
    if (!parsed.ok) return parsed.message;
    const holding = occurrenceAt(parsed.spans, now);
    if (holding) return t('ends', { at: words.moment(holding.until) });
    const [coming] = occurrencesBetween(parsed.spans, now, new Date(now.getTime() + HORIZON_MS));
    return coming ? t('starts', { at: words.moment(coming.from) }) : t('never');
  };
  const columns: DataColumn<ProjectRule>[] = [
    {
      key: 'name',
      header: t('columns.name'),
      cell: ({ window }) => (
        <span className="flex items-center gap-2.5">
          <span
            aria-hidden
            className={`h-3 w-4 shrink-0 rounded-check border ${window.kind === 'deny' ? 'border-at bg-at-tint hatched [--hatch-ink:var(--at)]' : 'border-ok bg-ok-tint'}`}
          />
          <span className="sr-only">{window.kind === 'deny' ? t('deny') : t('allow')}</span>
          {window.description || window.schedule}
        </span>
      ),
    },
    { key: 'scope', header: t('columns.scope'), cell: (rule) => scopeOf(rule) },
    // The words of a cron expression exist in English only.
    ...(locale === 'en'
      ? [
          {
            key: 'when',
            header: t('columns.when'),
            className: 'max-lg:hidden',
            cell: ({ window }: ProjectRule) => describeSchedule(window),
          },
        ]
      : []),
    {
      key: 'written',
      header: t('columns.written'),
      className: 'max-md:hidden',
      cell: ({ window }) => (
        <code className="text-code">
          {window.schedule} {window.duration}
        </code>
      ),
    },
    {
      key: 'next',
      header: t('columns.next'),
      cell: ({ window }) => <span className="text-fg">{next(window)}</span>,
    },
    {
      key: 'manual',
      header: t('columns.manual'),
      className: 'max-md:hidden',
      cell: ({ window }) => (window.manualSync ? t('yes') : t('no')),
    },
    {
      key: 'edit',
      header: <span className="sr-only">{t('columns.edit')}</span>,
      align: 'end',
      cell: (rule) => (
        <Button size="tiny" variant="quiet" onClick={() => onEdit(rule)}>
          {t('edit')}
          <span className="sr-only">{rule.window.description}</span>
        </Button>
      ),
    },
  ];
  return (
    <section>
      <SectionHead title={t('title')} note={t('note', { count: rules.length })} />
      <Panel className="overflow-x-auto">
        <DataTable
          label={t('title')}
          columns={columns}
          rows={rules}
          rowKey={(rule) => `${rule.project}/${rule.index}`}
        />
      </Panel>
    </section>
  );
}

function scopeOf({ project, window }: ProjectRule): string {
  const parts = [...(window.clusters ?? []), ...(window.namespaces ?? []), ...(window.applications ?? [])];
  return `${project}: ${parts.join(window.andOperator ? ' + ' : ', ') || '—'}`;
}
