'use client';

import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { Panel } from '@/components/ui/panel/panel';
import { SectionHead } from '@/components/ui/text/section-head';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { WaitingItem } from '@/lib/contracts/platform/overview';
import { WaitingRow } from './waiting-row';

interface WaitingListProps {
  readonly items: readonly WaitingItem[];
  readonly total: number;
  /** When the list was read, in ms: proof that an empty list is no accident. */
  readonly comparedAt: number;
}

const shown = 8;

export function WaitingList({ items, total, comparedAt }: WaitingListProps) {
  const t = useTranslations('overview.waiting');
  const words = useTimeWords();
  return (
    <section aria-labelledby="waiting">
      <SectionHead id="waiting" title={t('title')} note={items.length} />
      <Panel className="max-sm:-mx-4 max-sm:rounded-none max-sm:border-x-0 max-sm:border-t-0">
        {items.length === 0 ? (
          <EmptyState title={total === 0 ? t('noApplications') : t('empty')}>
            {total === 0
              ? t('noApplicationsHint')
              : t('emptyProof', { total, age: words.age(words.now - comparedAt) })}
          </EmptyState>
        ) : (
          <ul>
            {items.slice(0, shown).map((item, index) => (
              <WaitingRow
                key={`${item.kind}/${item.application.namespace}/${item.application.name}`}
                item={item}
                first={index === 0}
              />
            ))}
          </ul>
        )}
      </Panel>
      {items.length > shown && (
        <p className="mt-2 text-meta text-fg-3">{t('more', { count: items.length - shown })}</p>
      )}
    </section>
  );
}
