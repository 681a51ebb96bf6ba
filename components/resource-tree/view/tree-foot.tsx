'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button/button';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { KeyCap } from '@/components/ui/text/key-cap';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { OutlineRow } from '../model/outline-row';

interface TreeFootProps {
  readonly rows: readonly OutlineRow[];
  readonly total: number;
  readonly revision: string;
  readonly comparedAt: string | null;
}

/** How much there is, how fresh the comparison is, and the keys. */
export function TreeFoot({ rows, total, revision, comparedAt }: TreeFootProps) {
  const t = useTranslations('tree.foot');
  const words = useTimeWords();
  const waves = rows.filter((row) => row.type === 'section' && row.step.type !== 'orphans').length;
  return (
    <footer className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 border-t border-line px-6 py-2 text-meta text-fg-2 max-sm:px-4">
      <span suppressHydrationWarning>
        {waves > 0 ? t('summary', { count: total, waves }) : t('summaryFlat', { count: total })}
        {comparedAt !== null && (
          <>
            {' · '}
            {t.rich('compared', {
              revision: /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 7) : revision,
              age: words.age(words.now - new Date(comparedAt).getTime()),
              code: (chunks) => <code className="text-code text-fg-2">{chunks}</code>,
            })}
          </>
        )}
      </span>
      <span className="flex items-center gap-1.5 max-lg:hidden">
        {'· '}
        <KeyCap>↑</KeyCap>
        <KeyCap>↓</KeyCap> {t('move')} <KeyCap>→</KeyCap> {t('openKey')} <KeyCap>Enter</KeyCap> {t('panel')}
      </span>
    </footer>
  );
}

interface TreeNothingProps {
  readonly total: number;
  readonly problemsOnly: boolean;
  readonly comparedAt: string | null;
  readonly onClear: () => void;
}

/** No row to show: nothing rendered, no problem, or a filter that finds nothing. */
export function TreeNothing({ total, problemsOnly, comparedAt, onClear }: TreeNothingProps) {
  const t = useTranslations('tree.empty');
  const words = useTimeWords();
  if (total === 0)
    return (
      <EmptyState title={t('title')}>
        {comparedAt === null
          ? t('bodyNever')
          : t('body', { age: words.age(words.now - new Date(comparedAt).getTime()) })}
      </EmptyState>
    );
  const title = problemsOnly ? t('noProblems', { count: total }) : t('filter');
  return (
    <div className="flex-1">
      <EmptyState
        title={title}
        action={<Button onClick={onClear}>{problemsOnly ? t('showAll') : t('clear')}</Button>}
      >
        {t('filterBody', { count: total })}
      </EmptyState>
    </div>
  );
}
