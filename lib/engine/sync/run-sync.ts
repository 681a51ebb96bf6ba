import type { ActionOutcome, PassEnd, SyncAction } from '@/lib/domain/sync/run/sync-action';
import { syncPass } from '@/lib/domain/sync/run/sync-pass';
import type { SyncRun } from '@/lib/domain/sync/run/sync-run';
import { terminatePass } from '@/lib/domain/sync/run/terminate-pass';
import type { Clock } from '../ports/clock';
import type { SyncEvent } from './sync-event';

/** What lies between two waves, so that other controllers can act. Milliseconds. */
export const WAVE_DELAY_MS = 2_000;
/** A pass at the latest after this time, also without any change. Milliseconds. */
const IDLE_PASS_MS = 10_000;
/** Hooks that are deleted to be made anew, and writes that the watch has not shown yet. */
const SETTLE_MS = 200;

export interface SyncRunDependencies {
  clock: Clock;
  signal: AbortSignal;
  /** Tasks and rules from what is live now. A string: the pass is blocked for this reason. */
  nextPass: () => Promise<SyncRun | { blocked: string }>;
  isTerminating: () => boolean;
  perform: (action: SyncAction) => Promise<ActionOutcome>;
  /** Resolves at a change of the Application's live objects, a terminate, or after `ms`. */
  waitForChange: (ms: number) => Promise<void>;
}

/** Runs a sync pass by pass until it ends. Each pass decides anew from what is live, so it can go on after a crash. */
export async function* runSync(dependencies: SyncRunDependencies): AsyncGenerator<SyncEvent> {
  const { signal, nextPass, isTerminating, waitForChange } = dependencies;
  for (;;) {
    signal.throwIfAborted();
    const terminating = isTerminating();
    const run = await nextPass();
    if ('blocked' in run) {
      if (terminating) {
        yield {
          type: 'pass-ended',
          end: { type: 'finished', phase: 'Failed', message: 'Operation terminated' },
        };
        return;
      }
      yield { type: 'blocked', message: run.blocked };
      await waitForChange(IDLE_PASS_MS);
      continue;
    }
    yield { type: 'pass-started', run, isTerminating: terminating };
    const end = yield* drive(run, terminating, dependencies);
    yield { type: 'pass-ended', end };
    if (end.type === 'finished') return;
    await pause(end, dependencies);
  }
}

async function* drive(
  run: SyncRun,
  terminating: boolean,
  { perform }: SyncRunDependencies,
): AsyncGenerator<SyncEvent, PassEnd> {
  const pass = terminating ? terminatePass(run) : syncPass(run);
  let next = pass.next([]);
  while (!next.done) {
    const actions = next.value;
    yield { type: 'acting', actions };
    const outcomes = await Promise.all(actions.map(perform));
    yield { type: 'acted', actions, outcomes };
    next = pass.next(outcomes);
  }
  return next.value;
}

async function pause(end: PassEnd, { clock, signal, waitForChange }: SyncRunDependencies): Promise<void> {
  if (end.type === 'waiting') await waitForChange(IDLE_PASS_MS);
  else if (end.type === 'progress' && end.wave && !end.wave.isLast) await clock.sleep(WAVE_DELAY_MS, signal);
  else await waitForChange(SETTLE_MS);
}
