'use client';

import { useState } from 'react';
import { planDelta, type PlanDelta } from '@/components/sync/model/plan-delta';
import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';

export interface ReadPlan {
  /** The plan that the reader has read: its digest goes with the sync. */
  read: SyncPlan | undefined;
  /** How the plan differs now; absent while it is the one that was read. */
  delta: PlanDelta | undefined;
  review: () => void;
}

/**
 * Holds on to the plan that was read. Other choices bring another plan to read; a plan that moves by itself does not
 * replace it silently but has to be reviewed.
 */
export function useReadPlan(plan: SyncPlan | undefined, choices: string, isPlaceholder: boolean): ReadPlan {
  const [held, setHeld] = useState<{ choices: string; plan: SyncPlan } | undefined>();
  if (plan && !isPlaceholder && held?.choices !== choices) setHeld({ choices, plan });
  const read = held?.plan;
  const isMoved = read !== undefined && plan !== undefined && !isPlaceholder && read.digest !== plan.digest;
  return {
    read,
    delta: isMoved && held?.choices === choices ? planDelta(read, plan) : undefined,
    review: () => plan && setHeld({ choices, plan }),
  };
}
