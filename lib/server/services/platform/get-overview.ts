import type { Overview } from '@/lib/contracts/platform/overview';
import type { RequestContext } from '../../http/request-context';
import { toActivityEntry } from '../../read-model/activity-entry';
import { buildOverview } from '../../read-model/overview/build-overview';
import { visibleApplications } from '../applications/visible-applications';

const RECENT = 20;

export async function getOverview(context: RequestContext): Promise<Overview> {
  const { engine, ledger, clock, authorizer } = context.runtime;
  const mayReadActivity = authorizer.can(context.caller, { resource: 'activity', action: 'get' }, '*');
  const recent = mayReadActivity
    ? (await ledger.audit.list({ limit: RECENT })).items.map(toActivityEntry)
    : [];
  return buildOverview(engine, visibleApplications(context), recent, clock.now());
}
