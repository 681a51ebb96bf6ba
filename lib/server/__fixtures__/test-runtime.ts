import { setTimeout as sleep } from 'node:timers/promises';
import type { Authorizer } from '../auth/authorizer';
import { LOCAL_ADMINISTRATOR } from '../auth/caller';
import type { RequestContext } from '../http/request-context';
import { createRuntime } from '../lifecycle/start-runtime';
import type { WebhookReader } from '../services/webhooks/webhook-reader';
import { FakeEngine } from './fake-engine';
import { memoryLedger } from './memory-ledger';

export const NOW = new Date('2026-11-24T12:00:00.000Z');
export const DENY_ALL: Authorizer = { can: () => false };

/** A runtime on fakes and a context as a route would make it. */
export function testRuntime(change: { authorizer?: Authorizer; webhooks?: WebhookReader } = {}) {
  const engine = new FakeEngine();
  const memory = memoryLedger();
  const errors: object[] = [];
  const runtime = createRuntime({
    engine,
    ledger: memory.ledger,
    clock: { now: () => NOW, sleep: (ms, signal) => sleep(Math.min(ms, 1), undefined, signal ? { signal } : {}) },
    log: { info: () => undefined, warn: () => undefined, error: (facts) => void errors.push(facts) },
    version: {
      Version: 'v3.0.0',
      Product: 'Promontory',
      ProductVersion: '0.1.0',
      Platform: '',
      HelmVersion: '',
      KustomizeVersion: '',
      KubectlVersion: '',
    },
    webhooks: { parse: () => ({ kind: 'ignored', reason: 'a fake' }), providerOf: () => undefined },
    ...change,
  });
  const context: RequestContext = {
    runtime,
    caller: LOCAL_ADMINISTRATOR,
    requestId: 'r-1',
    remoteAddress: '127.0.0.1',
    signal: new AbortController().signal,
  };
  return { engine, runtime, context, errors, ...memory };
}
