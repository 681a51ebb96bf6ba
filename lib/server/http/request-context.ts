import type { Caller } from '../auth/caller';
import type { ServerRuntime } from '../lifecycle/server-runtime';

/** What every service verb gets: who asks, in which request, and what there is to act with. */
export interface RequestContext {
  runtime: ServerRuntime;
  caller: Caller;
  requestId: string;
  remoteAddress: string;
  /** Aborted when the caller goes away. */
  signal: AbortSignal;
}
