'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/feedback/notice';
import { Seal } from '@/components/ui/seal/seal';
import { rich } from '@/components/ui/text/rich';
import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';
import type { PlanDelta } from '../model/plan-delta';
import { shortDigest } from './short-digest';

interface ChangedNoticeProps {
  readonly read: SyncPlan;
  readonly now: SyncPlan;
  readonly delta: PlanDelta;
}

/** The plan moved after it was read: both seals, and what is no longer in it. New and changed rows are marked in the list. */
export function ChangedNotice({ read, now, delta }: ChangedNoticeProps) {
  const t = useTranslations('sync.changed');
  return (
    <Notice
      tone="at"
      glyph="door-clock"
      action={
        <span aria-hidden className="flex items-center gap-2 text-fg">
          <Seal digest={read.digest} /> → <Seal digest={now.digest} />
        </span>
      }
    >
      {t.rich('text', {
        ...rich,
        count: delta.count,
        before: shortDigest(read.digest),
        after: shortDigest(now.digest),
      })}
      {delta.removed.length > 0 && (
        <>
          {' '}
          {t('gone', { names: delta.removed.map((task) => `${task.key.kind} ${task.key.name}`).join(', ') })}
        </>
      )}
    </Notice>
  );
}
