import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';

export interface PlanTotals {
  /** Applications whose plan does something and may run now. */
  readonly apps: number;
  readonly create: number;
  readonly update: number;
  readonly prune: number;
  readonly hook: number;
}

/** Whether a plan changes anything. Hooks alone do: they run. */
export function doesSomething(plan: SyncPlan): boolean {
  const { create, update, prune, hook } = plan.counts;
  return create + update + prune + hook > 0;
}

export function sumPlans(plans: readonly SyncPlan[]): PlanTotals {
  const acting = plans.filter((plan) => plan.window.manualOpen && doesSomething(plan));
  const sum = (key: 'create' | 'update' | 'prune' | 'hook') =>
    acting.reduce((total, plan) => total + plan.counts[key], 0);
  return {
    apps: acting.length,
    create: sum('create'),
    update: sum('update'),
    prune: sum('prune'),
    hook: sum('hook'),
  };
}
