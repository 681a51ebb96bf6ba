import type { Version } from '@/lib/contracts/platform/version';
import type { Clock } from '@/lib/engine/ports/clock';
import type { Ledger } from '@/lib/engine/ports/ledger';
import type { Authorizer } from '../auth/authorizer';
import type { IdentifyCaller } from '../auth/identify-caller';
import type { EngineView } from '../engine-port';
import { AppError } from '../http/app-error';
import type { WebhookReader } from '../services/webhooks/webhook-reader';
import type { StreamHub } from '../stream/stream-hub';
import type { ServerMetrics } from '../metrics/server-metrics';

export interface ServerLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** All that routes and pages stand on. One per process. */
export interface ServerRuntime {
  engine: EngineView;
  ledger: Ledger;
  clock: Clock;
  log: ServerLog;
  version: Version;
  stream: StreamHub;
  metrics: ServerMetrics;
  authorizer: Authorizer;
  identify: IdentifyCaller;
  webhooks: WebhookReader;
}

/** `globalThis`: instrumentation and routes are bundled apart and share no module state. */
const KEY = Symbol.for('promontory.runtime');
type Holder = Record<symbol, ServerRuntime | undefined>;

export function setRuntime(runtime: ServerRuntime | undefined): void {
  (globalThis as unknown as Holder)[KEY] = runtime;
}

export function getRuntime(): ServerRuntime | undefined {
  return (globalThis as unknown as Holder)[KEY];
}

/** Throws `not-ready` while the process starts. */
export function requireRuntime(): ServerRuntime {
  const runtime = getRuntime();
  if (!runtime) throw new AppError('not-ready', 'Promontory is starting.');
  return runtime;
}
