'use client';

import { ChevronRight } from 'lucide-react';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/form/checkbox';
import { StatusBadge } from '@/components/ui/status/status-badge';
import { Time } from '@/components/ui/time/time';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import { operationFaces } from '@/components/status/operation-faces';
import type { OperationView } from '@/lib/contracts/sync/operation';
import { OperationDetails } from './operation-details';

interface HistoryTableProps {
  readonly label: string;
  readonly operations: readonly OperationView[];
  /** Ids of the two operations to compare, oldest choice first. */
  readonly chosen: readonly string[];
  readonly onChoose: (id: string, isChosen: boolean) => void;
}

/** Every operation: result, who and why, what revision, how long. A row opens its results. */
export function HistoryTable({ label, operations, chosen, onChoose }: HistoryTableProps) {
  const t = useTranslations('history');
  return (
    <table className="w-full border-collapse text-body">
      <caption className="sr-only">{label}</caption>
      <thead className="sticky top-0 z-10 bg-surface max-md:sr-only">
        <tr className="h-8 text-left text-meta text-fg-3 [&>th]:border-b [&>th]:border-line [&>th]:px-2 [&>th]:font-normal">
          <th scope="col" className="w-20 pl-6!">
            {t('columns.compare')}
          </th>
          <th scope="col">{t('columns.result')}</th>
          <th scope="col">{t('columns.what')}</th>
          <th scope="col">{t('columns.who')}</th>
          <th scope="col" className="text-right">
            {t('columns.took')}
          </th>
          <th scope="col" className="pr-6! text-right">
            {t('columns.when')}
          </th>
        </tr>
      </thead>
      <tbody>
        {operations.map((operation) => (
          <HistoryRow
            key={operation.id}
            operation={operation}
            isChosen={chosen.includes(operation.id)}
            onChoose={onChoose}
          />
        ))}
      </tbody>
    </table>
  );
}

interface HistoryRowProps {
  readonly operation: OperationView;
  readonly isChosen: boolean;
  readonly onChoose: (id: string, isChosen: boolean) => void;
}

function HistoryRow({ operation, isChosen, onChoose }: HistoryRowProps) {
  const t = useTranslations('history');
  const words = useTimeWords();
  const [isOpen, setOpen] = useState(false);
  const end = operation.finishedAt === null ? words.now : new Date(operation.finishedAt).getTime();
  const revision = operation.revisions
    .map((each) => (/^[0-9a-f]{40}$/.test(each) ? each.slice(0, 7) : each))
    .join(', ');
  const cell = 'px-2 py-1.5';
  return (
    <>
      <tr
        className={clsx(
          'border-b border-line-2 max-md:grid max-md:grid-cols-[auto_1fr_auto]',
          isChosen ? 'bg-sel' : 'hover:bg-hover',
        )}
      >
        <td className={clsx(cell, 'pl-6 max-sm:pl-4')}>
          <span className="flex items-center">
            <Checkbox
              aria-label={t('choose', { revision })}
              checked={isChosen}
              onChange={(event) => onChoose(operation.id, event.target.checked)}
            />
            <button
              type="button"
              aria-expanded={isOpen}
              aria-label={isOpen ? t('close', { revision }) : t('open', { revision })}
              onClick={() => setOpen(!isOpen)}
              className="grid size-6 place-items-center rounded-chip text-fg-3 hover:bg-press"
            >
              <ChevronRight
                aria-hidden
                size={14}
                className={clsx('transition-transform duration-120', isOpen && 'rotate-90')}
              />
            </button>
          </span>
        </td>
        <td className={cell}>
          <PhaseBadge operation={operation} />
        </td>
        <td className={clsx(cell, 'max-md:order-last max-md:col-span-3 max-md:pl-12')}>
          <span className="font-mono text-code text-fg">{revision}</span>{' '}
          <span className="text-fg-2">{flags(t, operation)}</span>
          {operation.message && operation.phase !== 'Succeeded' && (
            <span className="block max-w-[72ch] truncate text-meta text-fg-2" title={operation.message}>
              {operation.message}
            </span>
          )}
        </td>
        <td className={clsx(cell, 'text-fg-2 max-md:order-last max-md:col-span-3 max-md:pl-12')}>
          {whoOf(t, operation)}
        </td>
        <td className={clsx(cell, 'nums text-right text-fg-2 max-md:hidden')}>
          {words.age(end - new Date(operation.startedAt).getTime())}
        </td>
        <td className={clsx(cell, 'pr-6 text-right text-fg-2 max-sm:pr-4')}>
          <Time at={operation.startedAt} focusable />
        </td>
      </tr>
      {isOpen && (
        <tr className="border-b border-line-2 bg-sunken">
          <td colSpan={6} className="px-6 py-3 max-sm:px-4">
            <OperationDetails operation={operation} />
          </td>
        </tr>
      )}
    </>
  );
}

function PhaseBadge({ operation }: { readonly operation: OperationView }) {
  const face =
    operation.phase === 'Interrupted'
      ? ({ glyph: 'pennant-square', tone: 'at' } as const)
      : operationFaces[operation.phase];
  return (
    <StatusBadge glyph={face.glyph} tone={face.tone}>
      {operation.phase}
    </StatusBadge>
  );
}

type Words = ReturnType<typeof useTranslations<'history'>>;

function flags(t: Words, operation: OperationView): string {
  const parts = [
    operation.dryRun && t('dryRun'),
    operation.partial && t('partial'),
    operation.prune && t('prune'),
    operation.retryCount > 0 && t('retries', { count: operation.retryCount }),
  ];
  return parts.filter(Boolean).join(', ');
}

function whoOf(t: Words, operation: OperationView): string {
  if (operation.trigger === 'user') return operation.initiatedBy;
  return operation.trigger === 'self-heal' ? t('selfHeal') : t('automated');
}
