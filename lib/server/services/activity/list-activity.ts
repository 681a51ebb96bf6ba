import type { ActivityEntry, ActivityPage, ActivityQuery } from '@/lib/contracts/platform/activity';
import type { RequestContext } from '../../http/request-context';
import { toActivityEntry } from '../../read-model/activity-entry';

/** One page of the audit trail, newest first. */
export async function listActivity(context: RequestContext, query: ActivityQuery): Promise<ActivityPage> {
  const page = await context.runtime.ledger.audit.list(toFilter(query));
  return { items: page.items.map(toActivityEntry), continue: page.continue ?? null };
}

/** All of it, page after page. */
export async function* allActivity(
  context: RequestContext,
  query: ActivityQuery,
  signal: AbortSignal,
): AsyncGenerator<ActivityEntry> {
  const { ledger } = context.runtime;
  for (let next: string | undefined = query.continue; !signal.aborted;) {
    const page = await ledger.audit.list({
      ...toFilter(query),
      limit: 500,
      ...(next ? { continue: next } : {}),
    });
    yield* page.items.map(toActivityEntry);
    if (!page.continue) return;
    next = page.continue;
  }
}

function toFilter({
  since,
  until,
  actor,
  action,
  object,
  project,
  result,
  limit,
  continue: next,
}: ActivityQuery) {
  return {
    limit,
    ...(actor ? { actor } : {}),
    ...(action ? { action } : {}),
    ...(object ? { object } : {}),
    ...(project ? { project } : {}),
    ...(result ? { result } : {}),
    ...(since ? { since: new Date(since) } : {}),
    ...(until ? { until: new Date(until) } : {}),
    ...(next ? { continue: next } : {}),
  };
}
