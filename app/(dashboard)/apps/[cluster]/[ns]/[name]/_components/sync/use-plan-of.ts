'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '@/lib/client/queries/query-keys';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';

/** The plan with this digest, if this tab has read it; kept while it runs, although plans read later differ. */
export function usePlanOf(application: ApplicationRef, digest: string | null): SyncPlan | undefined {
  const client = useQueryClient();
  const [kept, setKept] = useState<SyncPlan | undefined>();
  if (digest === null) return undefined;
  if (kept?.digest === digest) return kept;
  const found = client
    .getQueriesData<SyncPlan>({ queryKey: queryKeys.plan(application) })
    .map(([, plan]) => plan)
    .find((plan) => plan?.digest === digest);
  if (found) setKept(found);
  return found;
}
