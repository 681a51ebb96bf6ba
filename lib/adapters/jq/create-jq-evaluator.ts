import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import type { JqEvaluator } from '@/lib/engine/ports/jq-evaluator';
import { JQ_WORKER_SOURCE } from './worker-source';

const LIMIT_MS = 1_000;
const START_LIMIT_MS = 20_000;

interface Reply {
  id?: number;
  ready?: boolean;
  results?: unknown[];
}

/** A {@link JqEvaluator} in a worker thread; an evaluation over `limitMs` ends with its worker. */
export function createJqEvaluator(options: { limitMs?: number } = {}): JqEvaluator {
  const limitMs = options.limitMs ?? LIMIT_MS;
  let running: Promise<Worker> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let lastId = 0;

  async function evaluate(
    expression: string,
    objects: readonly JsonObject[],
  ): Promise<(JsonObject | undefined)[]> {
    const worker = await (running ??= startWorker());
    const id = ++lastId;
    const reply = await replyTo(worker, id, limitMs, () => {
      worker.postMessage({ id, expression, objects });
    });
    if (!reply) {
      running = undefined;
      await worker.terminate();
    }
    return objects.map((_, index) => {
      const result = reply?.results?.[index];
      return isJsonObject(result) ? result : undefined;
    });
  }

  return {
    deletePaths(expression, objects) {
      const turn = queue.then(() => evaluate(expression, objects));
      // A worker that could not start fails its caller, not those that wait behind it.
      queue = turn.catch(() => (running = undefined));
      return turn;
    },
    async close() {
      await queue;
      const worker = running;
      running = undefined;
      await (await worker)?.terminate();
    },
  };
}

async function startWorker(): Promise<Worker> {
  const modulePath = createRequire(join(process.cwd(), 'package.json')).resolve('jq-web');
  const worker = new Worker(JQ_WORKER_SOURCE, {
    eval: true,
    env: {},
    workerData: { modulePath },
    stderr: true,
    stdout: true,
  });
  worker.unref();
  const reply = await replyTo(worker, undefined, START_LIMIT_MS, () => undefined);
  if (reply) return worker;
  await worker.terminate();
  throw new Error('the jq worker did not start');
}

/** The worker's next reply with this id (its first `ready` without one); undefined when it is late or gone. */
function replyTo(
  worker: Worker,
  id: number | undefined,
  limitMs: number,
  send: () => void,
): Promise<Reply | undefined> {
  return new Promise((resolve) => {
    const finish = (reply: Reply | undefined) => {
      clearTimeout(timer);
      worker.off('message', listen).off('error', stop).off('exit', stop);
      resolve(reply);
    };
    const stop = () => {
      finish(undefined);
    };
    const listen = (reply: Reply) => {
      if (reply.id === id) finish(reply);
    };
    const timer = setTimeout(stop, limitMs);
    worker.on('message', listen).on('error', stop).on('exit', stop);
    send();
  });
}
