import type { SandboxClient } from '../../kube-api/client/sandbox-client';
import type { Controller } from './controller';
import type { SandboxTimers } from './timers';

const RETRY_MS = 500;

export interface ControllerRunOptions {
  client: SandboxClient;
  timers: SandboxTimers;
  onError: (controller: string, key: string, error: unknown) => void;
}

/**
 * Runs control loops: changes are collected and each key is reconciled once per turn of the event loop, never inside
 * the write that caused it. A failure is tried again. Returns the function that stops them.
 */
export function runControllers(controllers: Controller[], options: ControllerRunOptions): () => void {
  const run = new ControllerRun(options);
  const stops = controllers.flatMap((controller) =>
    controller.watches.map(({ kind, keysOf }) =>
      options.client.watch(kind, (event) => run.enqueue(controller, keysOf(event, options.client)), {
        sendInitial: true,
      }),
    ),
  );
  return () => {
    run.stop();
    for (const stop of stops) stop();
    options.timers.stop();
  };
}

class ControllerRun {
  readonly #options: ControllerRunOptions;
  readonly #pending = new Map<Controller, Set<string>>();
  #isScheduled = false;
  #isStopped = false;

  constructor(options: ControllerRunOptions) {
    this.#options = options;
  }

  enqueue(controller: Controller, keys: string[]): void {
    if (this.#isStopped || keys.length === 0) return;
    const queued = this.#pending.get(controller) ?? new Set();
    for (const key of keys) queued.add(key);
    this.#pending.set(controller, queued);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => this.#drain());
  }

  stop(): void {
    this.#isStopped = true;
  }

  #drain(): void {
    this.#isScheduled = false;
    const batch = [...this.#pending];
    this.#pending.clear();
    for (const [controller, keys] of batch) {
      for (const key of keys) if (!this.#isStopped) this.#reconcile(controller, key);
    }
  }

  #reconcile(controller: Controller, key: string): void {
    const { client, timers, onError } = this.#options;
    const requeueAfter = (again: string, ms: number) =>
      timers.after(ms, () => this.enqueue(controller, [again]));
    try {
      controller.reconcile(key, { client, timers, requeueAfter });
    } catch (error) {
      // A conflict means that the object changed in between: judge it anew.
      if (isConflict(error)) requeueAfter(key, 0);
      else {
        onError(controller.name, key, error);
        requeueAfter(key, RETRY_MS);
      }
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 409;
}
