import type { HealthStatus } from '@/lib/domain/health/health-status';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { formatResourceKey, resourceKeyOf, type ResourceKey } from '@/lib/domain/resource/resource-key';
import { parseSyncOptions } from '@/lib/domain/sync/option/sync-options';
import type { ActionOutcome, PassEnd, SyncAction } from '@/lib/domain/sync/run/sync-action';
import { syncPass } from '@/lib/domain/sync/run/sync-pass';
import { TaskResults } from '@/lib/domain/sync/run/task-results';
import { buildTasks } from '@/lib/domain/sync/task/build-tasks';
import type { TaskInput } from '@/lib/domain/sync/task/task-input';

export interface SyncCase {
  annotations?: Record<string, string>;
  kind?: string;
  targets?: KubernetesObject[];
  live?: KubernetesObject[];
  namespace?: string;
  clusterScoped?: string[];
  revision?: string;
  startedAt?: string;
  health?: Record<string, HealthStatus>;
  failures?: Record<string, 'apply' | 'dryrun' | 'prune'>;
  namespaceExists?: boolean;
  options?: {
    prune?: boolean;
    pruneLast?: boolean;
    skipHooks?: boolean;
    createNamespace?: boolean;
    dryRun?: boolean;
    appPruneOption?: string;
    pruneConfirmed?: boolean;
  };
}

interface Step {
  applied?: string[][];
  pruned?: string[];
  hooksDeleted?: string[];
  operation: string;
  waiting?: boolean;
}

const MAX_PASSES = 50;

/** The cluster of the sync-order vectors: applied objects exist at once, deletions take no time. */
export class PretendedCluster {
  readonly #live: Map<string, KubernetesObject>;
  #hasNamespace: boolean;

  constructor(
    private readonly input: SyncCase,
    private readonly normalise: (input: SyncCase) => KubernetesObject[],
  ) {
    this.#live = new Map(
      (input.live ?? []).map((object) => [formatResourceKey(resourceKeyOf(object)), object]),
    );
    this.#hasNamespace = input.namespaceExists === true;
  }

  taskInput(): TaskInput {
    const { options = {}, namespace = '', revision = '', startedAt = '' } = this.input;
    const live: KubernetesObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
    return {
      targets: this.normalise(this.input),
      live: [...this.#live.values()],
      destinationNamespace: namespace,
      options: this.#options(),
      skipHooks: options.skipHooks === true,
      revision,
      startedAt: new Date(startedAt),
      ...(options.createNamespace
        ? { namespace: { live: this.#hasNamespace ? live : undefined, isForeign: false } }
        : {}),
    };
  }

  /** Passes until the sync ends or stops by itself, as the vectors list them. */
  run(): Step[] {
    const results = new TaskResults();
    const steps: Step[] = [];
    for (let pass = 0; pass < MAX_PASSES; pass += 1) {
      const step: Step = { operation: 'Running' };
      const end = this.#pass(results, step);
      if (end.type === 'finished') step.operation = end.phase;
      if (end.type === 'waiting') step.waiting = true;
      if (end.type !== 'progress' || step.applied || step.pruned || step.hooksDeleted) steps.push(step);
      if (end.type !== 'progress') break;
    }
    return steps;
  }

  #options(): TaskInput['options'] {
    const { pruneLast, appPruneOption } = this.input.options ?? {};
    return parseSyncOptions([
      ...(pruneLast ? ['PruneLast=true'] : []),
      ...(appPruneOption ? [`Prune=${appPruneOption}`] : []),
    ]);
  }

  #pass(results: TaskResults, step: Step): PassEnd {
    const { options = {}, namespace = '', health = {} } = this.input;
    const pass = syncPass({
      tasks: buildTasks(this.taskInput()),
      results,
      options: this.#options(),
      destinationNamespace: namespace,
      prune: options.prune === true,
      dryRun: options.dryRun === true,
      isPruneConfirmed: options.pruneConfirmed === true,
      assessHealth: (live) => ({ status: health[nameOf(resourceKeyOf(live))] ?? 'Healthy' }),
    });
    let next = pass.next([]);
    while (!next.done) {
      const outcomes = next.value.map((action) => this.#act(action));
      this.#note(next.value, outcomes, step);
      next = pass.next(outcomes);
    }
    return next.value;
  }

  #act({ type, task }: SyncAction): ActionOutcome {
    const key = formatResourceKey(task.key);
    const failure = this.input.failures?.[nameOf(task.key)];
    const isRefused =
      (type === 'apply' && failure === 'apply') ||
      (type === 'check' && failure === 'dryrun') ||
      (type === 'prune' && failure === 'prune');
    if (isRefused) return { ok: false, message: 'refused' };
    if (type === 'apply' && task.target) {
      if (task.livesIn === '' && task.key.kind === 'Namespace') this.#hasNamespace = true;
      else this.#live.set(key, task.target);
    }
    if (type === 'prune' || type === 'delete-hook') this.#live.delete(key);
    return { ok: true, message: type };
  }

  #note(actions: SyncAction[], outcomes: ActionOutcome[], step: Step): void {
    const keys = (type: SyncAction['type'], onlyDone: boolean): string[] =>
      actions
        .filter((action, index) => action.type === type && (!onlyDone || outcomes[index]?.ok))
        .map((action) => formatResourceKey(action.task.key))
        .sort();
    const [applied, pruned, deleted] = [keys('apply', false), keys('prune', true), keys('delete-hook', true)];
    if (applied.length > 0) step.applied = [...(step.applied ?? []), applied];
    if (pruned.length > 0) step.pruned = [...(step.pruned ?? []), ...pruned];
    if (deleted.length > 0) step.hooksDeleted = [...(step.hooksDeleted ?? []), ...deleted];
  }
}

function nameOf(key: ResourceKey): string {
  return `${key.kind}/${key.name}`;
}
