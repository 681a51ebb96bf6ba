'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { showToast } from '@/components/ui/overlay/toast';
import { sendRequest } from '@/lib/client/api/send-request';
import { queryKeys } from '@/lib/client/queries/query-keys';
import { apiRoutes } from '@/lib/client/routes';
import { formatApplicationRef } from '@/lib/contracts/application/application-ref';
import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';

export type SyncOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'started' }
  | { readonly kind: 'failed'; readonly message: string };

export interface BulkSync {
  readonly outcomes: ReadonlyMap<string, SyncOutcome>;
  readonly running: boolean;
  readonly start: (plans: readonly SyncPlan[]) => Promise<void>;
}

/** Starts the shown plans one after another, each bound to its digest; a refusal stops only its own application. */
export function useBulkSync(): BulkSync {
  const t = useTranslations('apps.plan');
  const common = useTranslations('common');
  const client = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, SyncOutcome>>(new Map());
  const [running, setRunning] = useState(false);
  const start = async (plans: readonly SyncPlan[]) => {
    setRunning(true);
    const results = new Map<string, SyncOutcome>(plans.map((plan) => [keyOf(plan), { kind: 'waiting' }]));
    setOutcomes(new Map(results));
    for (const plan of plans) {
      results.set(keyOf(plan), await startOne(plan));
      setOutcomes(new Map(results));
      await client.invalidateQueries({ queryKey: queryKeys.of(plan.application) });
    }
    setRunning(false);
    void client.invalidateQueries({ queryKey: queryKeys.rows });
    const failed = [...results.values()].filter((outcome) => outcome.kind === 'failed').length;
    showToast({
      tone: failed === 0 ? 'ok' : 'bad',
      glyph: failed === 0 ? 'pennant-part' : 'door-cross',
      title: t('started', { count: results.size - failed }),
      closeLabel: common('close'),
      ...(failed === 0 ? {} : { detail: t('someFailed', { count: failed }) }),
    });
  };
  return { outcomes, running, start };
}

async function startOne(plan: SyncPlan): Promise<SyncOutcome> {
  try {
    await sendRequest(apiRoutes.sync(plan.application), {
      method: 'POST',
      body: { prune: plan.prune, planDigest: plan.digest },
    });
    return { kind: 'started' };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

function keyOf(plan: SyncPlan): string {
  return formatApplicationRef(plan.application);
}
