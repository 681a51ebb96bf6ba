'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useWindowWords } from '@/components/status/use-window-words';
import { Button, type BlockedReason } from '@/components/ui/button/button';
import { Checkbox } from '@/components/ui/form/checkbox';
import { useActions } from '@/components/ui/actions/action-context';
import { formatApplicationRef } from '@/lib/contracts/application/application-ref';
import { syncBlock } from './bulk-blocks';
import { useBulkRefresh } from './use-bulk-refresh';
import type { Selection } from './use-selection';

interface BulkBarProps {
  readonly selection: Selection;
  readonly total: number;
  readonly updates: number;
  readonly onApply: () => void;
}

/** What can be done with the chosen rows, and the updates that wait instead of moving rows. */
export function BulkBar({ selection, total, updates, onApply }: BulkBarProps) {
  const t = useTranslations('apps.bulk');
  const router = useRouter();
  const refresh = useBulkRefresh();
  const blocked = useSyncBlock(selection);
  const count = selection.rows.length;
  const plan = () => {
    const apps = selection.rows.map(formatApplicationRef).join(',');
    router.push(`/apps/plan?apps=${encodeURIComponent(apps)}`);
  };
  const none = count === 0 ? t('chooseFirst') : undefined;
  useActions([
    {
      id: 'bulk-refresh',
      label: t('refresh'),
      section: 'page',
      blocked: none,
      run: () => refresh.mutate(selection.rows),
    },
    { id: 'bulk-plan', label: t('plan'), section: 'page', blocked: none ?? blocked?.reason, run: plan },
  ]);
  if (count === 0 && updates === 0) return null;
  return (
    <section
      aria-label={t('label')}
      className="flex min-h-12 flex-wrap items-center gap-2 border-t border-line bg-raised px-6 py-1.5 max-sm:px-4"
    >
      {count > 0 && (
        <>
          <Checkbox aria-label={t('clear')} checked onChange={selection.clear} className="-ml-1" />
          <span className="nums mr-auto text-body text-fg">{t('selected', { count, total })}</span>
          <Button size="small" busy={refresh.isPending} onClick={() => refresh.mutate(selection.rows)}>
            {t('refresh')}
          </Button>
          <Button size="small" blocked={blocked} onClick={plan}>
            {t('plan')}
          </Button>
        </>
      )}
      {updates > 0 && (
        <span
          role="status"
          className="nums ml-auto flex items-center gap-1 border-line pl-3 text-body text-fg-2"
        >
          {t('updates', { count: updates })}
          <button type="button" onClick={onApply} className="link inline-flex h-6 items-center font-medium">
            {t('apply')}
          </button>
        </span>
      )}
    </section>
  );
}

function useSyncBlock(selection: Selection): BlockedReason | undefined {
  const t = useTranslations('apps.bulk');
  const words = useWindowWords();
  const block = syncBlock(selection.rows);
  if (!block) return undefined;
  if (block.kind === 'running')
    return { reason: t('running', { count: block.count }), glyph: 'bars-moving', tone: 'mo' };
  const place = block.row.environment ?? block.row.destination.cluster;
  return { reason: `${place}: ${words(block.row.window)?.blocked ?? t('closed')}` };
}
