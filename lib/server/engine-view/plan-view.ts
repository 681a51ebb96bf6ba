import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';
import { applicationId, type Application } from '@/lib/domain/application/application';
import { planSync } from '@/lib/domain/sync/plan/plan-sync';
import type { Engine } from '@/lib/engine/engine';
import { operationOptions, problemOfTask, taskInputFor } from '@/lib/engine/operation/pass-input';
import { evaluateApplication } from '@/lib/engine/reconcile/evaluate-application';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { PlanRequest } from '../engine-port';
import { controlPlaneName } from './comparison-views';
import { windowVerdictOf } from './application-facts';

/** The plan of a sync as it would run now; the run builds its tasks by the same functions. */
export async function planOf(app: Application, request: PlanRequest, engine: Engine): Promise<SyncPlan> {
  const { context } = engine;
  const syncOptions = request.syncOptions ?? app.spec.syncPolicy?.syncOptions ?? [];
  const revisions = request.revisions ?? (request.revision ? [request.revision] : undefined);
  const evaluation = await evaluateApplication(
    app,
    { ...(revisions ? { revisions } : {}), syncOptions, refresh: false },
    context,
  );
  if (evaluation.type === 'invalid-spec')
    throw new AdapterError(evaluation.messages.join('; '), {
      retry: 'terminal',
      status: 422,
      reason: 'InvalidSpec',
    });
  const { comparison, project, cluster } = evaluation;
  const error = comparison.conditions.find((each) => each.type === 'ComparisonError');
  if (error)
    throw new AdapterError(error.message, { retry: 'terminal', status: 422, reason: 'ComparisonError' });
  const sync = {
    syncOptions: [...syncOptions],
    prune: request.prune,
    resources: request.resources ?? [],
    syncStrategy: { hook: { force: request.force === true } },
  };
  const now = context.clock.now();
  const scope = {
    app,
    sync,
    project,
    cluster,
    targets: comparison.targets,
    revision: comparison.revisions[0] ?? '',
    startedAt: now,
    options: operationOptions(sync),
  };
  const input = await taskInputFor(scope, context);
  const byKey = new Map(
    comparison.objects.map((each) => [
      `${each.key.group}/${each.key.kind}/${each.key.namespace}/${each.key.name}`,
      each,
    ]),
  );
  const plan = planSync({
    ...input,
    prune: request.prune,
    changesOf: ({ key }) => {
      const found = byKey.get(`${key.group}/${key.kind}/${key.namespace}/${key.name}`);
      if (!found?.difference) return undefined;
      return {
        paths: found.difference.modified ? found.difference.changes.map((each) => each.text) : [],
        summary: '',
      };
    },
    facts: { forbidden: (task) => problemOfTask(task, scope, { ...input, missingKind: () => undefined }) },
  });
  const { namespace, name } = app.metadata;
  return {
    digest: plan.digest,
    application: { cluster: controlPlaneName(engine), namespace, name },
    revisions: comparison.revisions,
    computedAt: now.toISOString(),
    prune: request.prune,
    syncOptions: [...syncOptions],
    phases: plan.phases.map(({ phase, waves }) => ({
      phase,
      waves: waves.map(({ wave, tasks }) => ({
        wave,
        tasks: tasks.map(({ needsConfirmation: _n, ...task }) => task),
      })),
    })),
    counts: plan.counts,
    warnings: plan.warnings,
    window: windowVerdictOf(engine.control.application(applicationId(app)) ?? app, engine),
  };
}
