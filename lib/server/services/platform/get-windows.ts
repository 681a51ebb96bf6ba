import type { WindowsView } from '@/lib/contracts/sync/window';
import { AppError } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';
import { visibleApplications } from '../applications/visible-applications';

const SPAN_MS = 14 * 864e5;
const LONGEST_MS = 92 * 864e5;

/** All rules with their occurrences in the span (14 days from now unless asked), and what is closed now. */
export function getWindows(
  context: RequestContext,
  input: { from?: string | undefined; until?: string | undefined },
): WindowsView {
  const { engine, clock } = context.runtime;
  const from = input.from ? new Date(input.from) : clock.now();
  const until = input.until ? new Date(input.until) : new Date(from.getTime() + SPAN_MS);
  if (until <= from || until.getTime() - from.getTime() > LONGEST_MS)
    throw new AppError('invalid-request', 'query.until must be after "from" and at most 92 days later.', {
      field: 'query.until',
    });
  const visible = visibleApplications(context);
  const projects = new Set(visible.map(({ application }) => application.spec.project));
  return {
    from: from.toISOString(),
    until: until.toISOString(),
    rules: engine.allWindowRules(from, until).filter((rule) => projects.has(rule.project)),
    closed: visible
      .filter(({ window }) => !window.open)
      .map(({ application: { metadata }, window }) => ({
        application: {
          cluster: engine.controlPlane.cluster,
          namespace: metadata.namespace,
          name: metadata.name,
        },
        verdict: window,
      })),
  };
}
