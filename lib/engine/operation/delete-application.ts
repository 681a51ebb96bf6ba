import { applicationId, type Application } from '@/lib/domain/application/application';
import { cascadeFinalizers, HOOK_FINALIZERS } from '@/lib/domain/application/deletion/deletion-finalizers';
import { nextDeletionStep, type DeletionStep } from '@/lib/domain/application/deletion/next-deletion-step';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { hookDeletePoliciesOf } from '@/lib/domain/sync/hook/hook-delete-policies';
import type { ClusterConnection } from '../control/cluster-connections';
import type { EngineContext } from '../engine-context';
import { resolveDestination } from '../reconcile/destination';
import { evaluateApplication } from '../reconcile/evaluate-application';
import { effectiveProject } from '../reconcile/project-rules';
import { deletionState } from './deletion-state';
import { createHooks, deleteObjects, removeFinalizers, reportDeletionError } from './deletion-writes';

export type DeletionContext = EngineContext & { waitForChange: (ms: number) => Promise<void> };

const OWN_HOOK_FINALIZERS = Object.values(HOOK_FINALIZERS).flatMap(({ run, cleanup }) => [run, cleanup]);
const CHECK_MS = 2_000;

/**
 * Deletes what an Application owns as its finalizers ask (semantics.md §6), step by step, then takes its own finalizers
 * off. Each step is decided from what is live then, so it may be started anew at any point.
 */
export async function deleteApplication(app: Application, context: DeletionContext): Promise<void> {
  const own = ownFinalizers(app);
  if (own.length === 0) return;
  const destination = resolveDestination(app.spec.destination, context.clusters);
  if (!destination.ok) {
    // What cannot be reached cannot be deleted; the objects stay, as in Argo CD.
    await removeFinalizers(app, own, context);
    return;
  }
  const { cluster } = destination;
  await cluster.ready;
  try {
    await runSteps(app, cluster, context);
  } catch (error) {
    context.signal.throwIfAborted();
    await reportDeletionError(app, error, context);
    throw error;
  }
}

async function runSteps(
  app: Application,
  cluster: ClusterConnection,
  context: DeletionContext,
): Promise<void> {
  const project = effectiveProject(app.spec.project, context.control);
  if (!project) throw new Error(`Application referencing project ${app.spec.project} which does not exist`);
  const targets = await hookTargets(app, context);
  const requested = new Set<string>();
  for (;;) {
    context.signal.throwIfAborted();
    const current = context.control.application(applicationId(app));
    if (!current || ownFinalizers(current).length === 0) return;
    const step = nextDeletionStep(await deletionState({ app: current, cluster, project, targets }, context));
    if (step.type === 'done') return;
    const hasActed = await carryOut(step, current, cluster, requested, context);
    if (!hasActed) await context.waitForChange(CHECK_MS);
  }
}

/** False: nothing was sent, so there is something to wait for. */
async function carryOut(
  step: Exclude<DeletionStep, { type: 'done' }>,
  app: Application,
  cluster: ClusterConnection,
  requested: Set<string>,
  context: DeletionContext,
): Promise<boolean> {
  switch (step.type) {
    case 'create-hooks':
      await createHooks(step.hooks, cluster, context);
      return true;
    case 'delete': {
      // The watch shows a deletion a little later: each object is asked to go once.
      const fresh = step.objects.filter((object) => !requested.has(object.metadata.uid ?? ''));
      for (const object of fresh) requested.add(object.metadata.uid ?? '');
      await deleteObjects(fresh, cluster, step.propagation, context);
      return false;
    }
    case 'remove-finalizers':
      await removeFinalizers(app, step.finalizers, context);
      return true;
    case 'wait':
      return false;
    case 'failed':
      // A failed hook stays to be looked at, unless its policy says otherwise.
      await deleteObjects(
        step.failedHooks.filter((hook) => hookDeletePoliciesOf(hook).includes('HookFailed')),
        cluster,
        'Foreground',
        context,
      );
      throw new Error(step.message);
  }
}

function ownFinalizers({ metadata }: Application): string[] {
  const present = metadata.finalizers ?? [];
  return [...cascadeFinalizers(present), ...present.filter((each) => OWN_HOOK_FINALIZERS.includes(each))];
}

/** What Git declares, needed only while there are hooks to run. */
async function hookTargets(
  app: Application,
  context: DeletionContext,
): Promise<readonly KubernetesObject[] | undefined> {
  const present = app.metadata.finalizers ?? [];
  if (!present.some((each) => OWN_HOOK_FINALIZERS.includes(each))) return undefined;
  const evaluation = await evaluateApplication(app, { refresh: false }, context);
  if (evaluation.type === 'invalid-spec' || evaluation.comparison.isBroken) return undefined;
  return evaluation.comparison.targets;
}
