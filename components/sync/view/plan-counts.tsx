'use client';

import { useTranslations } from 'next-intl';
import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';
import { ActionSign } from './action-sign';

const SHOWN = ['update', 'create', 'prune', 'hook', 'skip'] as const;

/** "~ 6 change  + 3 create  − 1 prune", and how many stay as they are. */
export function PlanCounts({ plan }: { readonly plan: SyncPlan }) {
  const t = useTranslations('sync');
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-6 gap-y-1 border-b border-line px-6 py-2 text-body max-sm:px-4">
      {SHOWN.map((action) => {
        const count = plan.counts[action];
        return (
          count > 0 && (
            <span key={action} className="flex items-center gap-2">
              <ActionSign action={action} />
              <span className="nums font-semibold text-fg">{count}</span>
              <span className="text-fg-2">{t(`counts.${action}`, { count })}</span>
            </span>
          )
        );
      })}
      <span className="ml-auto text-meta text-fg-2">{t('stay', { count: plan.counts.unchanged })}</span>
    </div>
  );
}
