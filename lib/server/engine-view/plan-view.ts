import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';
import { applicationId, type Application } from '@/lib/domain/application/application';
import { formatResourceKey } from '@/lib/domain/resource/resource-key';
import { planSync, type PlanInput } from '@/lib/domain/sync/plan/plan-sync';
import type { Engine } from '@/lib/engine/engine';
import { operationOptions, problemOfTask, taskInputFor } from '@/lib/engine/operation/pass-input';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { Comparison } from '@/lib/engine/reconcile/comparison';
import { evaluateApplication } from '@/lib/engine/reconcile/evaluate-application';
import type { PlanRequest } from '../engine-port';
import { windowVerdictOf } from './application-facts';
import { controlPlaneName } from './comparison-views';

/** The plan of a sync as it would run now; the run builds its tasks by the same functions. */
export async function planOf(app: Application, request: PlanRequest, engine: Engine): Promise<SyncPlan> {
  const { context } = engine;
  const syncOptions = [...(request.syncOptions ?? app.spec.syncPolicy?.syncOptions ?? [])];
  const { comparison, project, cluster } = await compareFor(app, request, syncOptions, engine);
  const sync = {
    syncOptions,
    prune: request.prune,
    resources: request.resources ?? [],
    syncStrategy: { hook: { force: request.force === true } },
  };
  const startedAt = context.clock.now();
  const revision = comparison.revisions[0] ?? '';
  const options = operationOptions(sync);
  const scope = { app, sync, project, cluster, targets: comparison.targets, revision, startedAt, options };
  const input = await taskInputFor(scope, context);
  const plan = planSync({
    ...input,
    prune: request.prune,
    changesOf: changesFrom(comparison),
    facts: { forbidden: (task) => problemOfTask(task, scope, { ...input, missingKind: () => undefined }) },
  });
  const { namespace, name } = app.metadata;
  return {
    digest: plan.digest,
    application: { cluster: controlPlaneName(engine), namespace, name },
    revisions: comparison.revisions,
    computedAt: startedAt.toISOString(),
    prune: request.prune,
    syncOptions,
    phases: plan.phases,
    counts: plan.counts,
    warnings: plan.warnings,
    window: windowVerdictOf(engine.control.application(applicationId(app)) ?? app, engine),
  };
}

async function compareFor(app: Application, request: PlanRequest, syncOptions: string[], engine: Engine) {
  const revisions = request.revisions ?? (request.revision ? [request.revision] : undefined);
  const asked = { ...(revisions ? { revisions } : {}), syncOptions, refresh: false };
  const evaluation = await evaluateApplication(app, asked, engine.context);
  if (evaluation.type === 'invalid-spec') throw unusable(evaluation.messages.join('; '), 'InvalidSpec');
  const error = evaluation.comparison.conditions.find((each) => each.type === 'ComparisonError');
  if (error) throw unusable(error.message, 'ComparisonError');
  return evaluation;
}

function unusable(message: string, reason: string): AdapterError {
  return new AdapterError(message, { retry: 'terminal', status: 422, reason });
}

function changesFrom({ objects }: Comparison): PlanInput['changesOf'] {
  const byKey = new Map(objects.map((each) => [formatResourceKey(each.key), each.difference]));
  return ({ key }) => {
    const difference = byKey.get(formatResourceKey(key));
    if (!difference) return undefined;
    return { paths: difference.modified ? difference.changes.map((each) => each.text) : [], summary: '' };
  };
}
