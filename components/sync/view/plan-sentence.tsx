'use client';

import { useTranslations } from 'next-intl';
import { rich } from '@/components/ui/text/rich';
import { Sentence } from '@/components/ui/text/sentence';
import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';

interface PlanSentenceProps {
  readonly plan: SyncPlan;
  /** Cluster and namespace it goes to. */
  readonly place: string;
}

/** What the sync would do, before it is asked for. */
export function PlanSentence({ plan, place }: PlanSentenceProps) {
  const t = useTranslations('sync.sentence');
  const { update, create, prune, hook } = plan.counts;
  const revision = shortRevision(plan.revisions);
  if (update + create + prune === 0)
    return <Sentence>{t.rich('nothing', { ...rich, revision, place, hook })}</Sentence>;
  return <Sentence>{t.rich('plan', { ...rich, revision, place, update, create, prune, hook })}</Sentence>;
}

export function shortRevision(revisions: readonly string[]): string {
  return revisions
    .map((revision) => (/^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 7) : revision))
    .join(', ');
}
