'use client';

import { useTranslations } from 'next-intl';
import { Button, type BlockedReason } from '@/components/ui/button/button';
import { StickyBar } from '@/components/ui/panel/sticky-bar';
import { Seal } from '@/components/ui/seal/seal';
import { rich } from '@/components/ui/text/rich';
import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';
import { shortDigest } from './short-digest';

interface SyncBarProps {
  readonly plan: SyncPlan;
  /** Objects to review before anything runs; 0 when the plan is the one that was read. */
  readonly toReview: number;
  readonly blocked: BlockedReason | undefined;
  readonly busy: 'sync' | 'dry-run' | null;
  readonly onSync: () => void;
  readonly onDryRun: () => void;
  readonly onReview: () => void;
}

/** Binds the click to the digest: what was read runs, or nothing does. */
export function SyncBar({ plan, toReview, blocked, busy, onSync, onDryRun, onReview }: SyncBarProps) {
  const t = useTranslations('sync.bar');
  const { update, create, prune } = plan.counts;
  const mono = (chunks: React.ReactNode) => <b className="font-mono text-code text-fg">{chunks}</b>;
  return (
    <StickyBar
      label={t('label')}
      seal={<Seal digest={plan.digest} boxed />}
      title={t.rich('title', { ...rich, digest: shortDigest(plan.digest), mono })}
      detail={t('detail')}
      actions={
        <>
          <Button size="bar" busy={busy === 'dry-run'} onClick={onDryRun}>
            {t('dryRun')}
          </Button>
          {toReview > 0 ? (
            <Button size="bar" variant="primary" onClick={onReview}>
              {t('review', { count: toReview })}
            </Button>
          ) : (
            <Button size="bar" variant="primary" busy={busy === 'sync'} blocked={blocked} onClick={onSync}>
              {buttonText()}
            </Button>
          )}
        </>
      }
    />
  );

  function buttonText(): string {
    const count = update + create;
    if (count + prune === 0) return t('nothing');
    if (count === 0) return t('onlyDelete', { prune });
    return prune === 0 ? t('sync', { count }) : t('syncDelete', { count, prune });
  }
}
