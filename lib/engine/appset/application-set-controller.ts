import { applicationId, type Application } from '@/lib/domain/application/application';
import type { ApplicationSet } from '@/lib/domain/appset/application-set';
import { generateApplications } from '@/lib/domain/appset/generate-applications';
import { planApplicationSet, type ApplicationSetPlan } from '@/lib/domain/appset/plan-application-set';
import { isEqualJson } from '@/lib/domain/manifest/merge-patch';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { ObjectStore } from '../control/object-store';
import { watchKind } from '../live/watch-kind';
import { isAdapterError } from '../ports/adapter-error';
import type { Clock } from '../ports/clock';
import type { ClusterClient } from '../ports/cluster-client';
import { KeyedQueue } from '../queue/keyed-queue';

const KIND = { apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet' };
const RETRY_MS = 10_000;

export interface ApplicationSetControllerOptions {
  client: ClusterClient;
  namespace: string;
  clock: Clock;
  signal: AbortSignal;
  applications: () => Application[];
  onError: (name: string, error: unknown) => void;
}

/** Keeps the Applications of every ApplicationSet as declared, and writes the set's conditions. */
export class ApplicationSetController {
  readonly #options: ApplicationSetControllerOptions;
  readonly #sets = new ObjectStore<ApplicationSet>();
  readonly #queue: KeyedQueue;

  constructor(options: ApplicationSetControllerOptions) {
    this.#options = options;
    const { clock, signal, onError } = options;
    this.#queue = new KeyedQueue({
      concurrency: 4,
      clock,
      signal,
      work: (id) => this.#reconcile(id),
      onError: (id, error) => {
        onError(id, error);
        this.#queue.addAfter(id, RETRY_MS);
      },
    });
  }

  start(): void {
    void this.#follow();
  }

  get sets(): ApplicationSet[] {
    return this.#sets.values();
  }

  /** An Application changed: the set that owns it is judged anew. */
  onApplication(app: Application | undefined): void {
    const owner = app?.metadata.ownerReferences?.find((each) => each.kind === 'ApplicationSet');
    if (app && owner) this.#queue.add(`${app.metadata.namespace}/${owner.name}`);
  }

  async #follow(): Promise<void> {
    const { client, clock, signal, namespace } = this.#options;
    const enqueue = (changes: { id: string }[]) => {
      for (const { id } of changes) this.#queue.add(id);
    };
    while (!signal.aborted) {
      await watchKind({
        client,
        clock,
        signal,
        namespace,
        kind: KIND,
        onList: (items) => enqueue(this.#sets.replace(items.map(typed))),
        onChange: (type, object) => enqueue(this.#sets.change(type, typed(object))),
      });
      // Not served: the CRD may come later.
      await clock.sleep(RETRY_MS, signal).catch(() => undefined);
      client.invalidateDiscovery();
    }
  }

  async #reconcile(id: string): Promise<void> {
    const set = this.#sets.get(id);
    if (!set || set.metadata.deletionTimestamp) return;
    const generated = generateApplications(set);
    if (!generated.ok) {
      await this.#writeConditions(
        set,
        conditionsOf(generated.message, 'ApplicationGenerationFromParamsError'),
      );
      return;
    }
    const existing = this.#options
      .applications()
      .filter((app) => app.metadata.namespace === set.metadata.namespace);
    const plan = planApplicationSet(set, generated.applications, existing);
    await this.#execute(plan);
    const problem = plan.invalid.map((each) => each.message).join('; ');
    await this.#writeConditions(set, conditionsOf(problem, 'ApplicationValidationError'));
  }

  async #execute(plan: ApplicationSetPlan): Promise<void> {
    const { client, signal } = this.#options;
    const failures: unknown[] = [];
    const attempt = async (write: Promise<unknown>) => {
      try {
        await write;
      } catch (error) {
        // Somebody was faster: the next pass sees it.
        if (!isAdapterError(error, 409) && !isAdapterError(error, 404)) failures.push(error);
      }
    };
    for (const app of plan.create)
      await attempt(client.create(app as unknown as KubernetesObject, {}, signal));
    for (const { application, patch } of plan.update)
      await attempt(client.patch(referenceOf(application), 'merge', patch, {}, signal));
    for (const app of plan.delete) await attempt(client.delete(referenceOf(app), {}, signal));
    if (failures.length > 0) throw failures[0];
  }

  async #writeConditions(set: ApplicationSet, wanted: JsonObject[]): Promise<void> {
    const { client, clock, signal } = this.#options;
    const present = (set.status?.conditions ?? []) as JsonObject[];
    const bare = present.map(({ type, status, reason, message }) => ({ type, status, reason, message }));
    if (isEqualJson(bare, wanted)) return;
    const lastTransitionTime = clock.now().toISOString();
    const patch: JsonObject = {
      status: { conditions: wanted.map((each) => ({ ...each, lastTransitionTime })) },
    };
    const ref = { ...KIND, namespace: set.metadata.namespace, name: set.metadata.name };
    await client.patch(ref, 'merge', patch, { subresource: 'status' }, signal);
  }
}

function conditionsOf(problem: string, reason: string): JsonObject[] {
  const failed = problem !== '';
  const ok = 'All applications have been generated successfully';
  return [
    {
      type: 'ErrorOccurred',
      status: failed ? 'True' : 'False',
      reason: failed ? reason : 'ApplicationSetUpToDate',
      message: failed ? problem : ok,
    },
    {
      type: 'ParametersGenerated',
      status: failed ? 'False' : 'True',
      reason: failed ? 'ErrorOccurred' : 'ParametersGenerated',
      message: failed ? problem : 'Successfully generated parameters for all Applications',
    },
    {
      type: 'ResourcesUpToDate',
      status: failed ? 'False' : 'True',
      reason: failed ? reason : 'ApplicationSetUpToDate',
      message: failed ? problem : ok,
    },
  ];
}

function referenceOf(app: Application) {
  const [namespace = '', name = ''] = applicationId(app).split('/');
  return { apiVersion: app.apiVersion, kind: app.kind, namespace, name };
}

function typed(object: KubernetesObject): ApplicationSet {
  return { ...object, ...KIND } as unknown as ApplicationSet;
}
