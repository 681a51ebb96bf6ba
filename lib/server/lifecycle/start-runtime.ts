import { localAuthorizer } from '../auth/authorizer';
import { identifyLocalCaller } from '../auth/identify-caller';
import { createServerMetrics } from '../metrics/server-metrics';
import { StreamHub } from '../stream/stream-hub';
import { setRuntime, type ServerRuntime } from './server-runtime';

export type RuntimeParts = Pick<
  ServerRuntime,
  'engine' | 'ledger' | 'clock' | 'log' | 'version' | 'webhooks'
> &
  Partial<Pick<ServerRuntime, 'authorizer' | 'identify'>>;

/** Builds the runtime on the parts that composition chose and makes it the process's. `stop` ends streams and the ledger. */
export function startRuntime(parts: RuntimeParts): { runtime: ServerRuntime; stop: () => Promise<void> } {
  const runtime = createRuntime(parts);
  setRuntime(runtime);
  return {
    runtime,
    stop: async () => {
      setRuntime(undefined);
      runtime.stream.close();
      await runtime.ledger.close();
    },
  };
}

/** The same without making it the process's; tests use it directly. */
export function createRuntime(parts: RuntimeParts): ServerRuntime {
  const { engine, ledger, clock, log } = parts;
  return {
    authorizer: localAuthorizer,
    identify: identifyLocalCaller,
    ...parts,
    stream: new StreamHub({ engine, ledger, clock, log }),
    metrics: createServerMetrics(engine),
  };
}
