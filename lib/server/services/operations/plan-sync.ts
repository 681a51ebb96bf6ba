import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';
import type { PlanRequest } from '../../engine-port';
import { AppError, notFound } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';
import { requireApplication, type ApplicationName } from '../applications/find-application';

/** What a sync would do now, with the digest that a sync may be bound to. */
export async function planSync(
  context: RequestContext,
  input: ApplicationName & Omit<PlanRequest, 'resources'> & { resources: string[] },
): Promise<SyncPlan> {
  const target = await requireApplication(context, input);
  const { revision, revisions, prune, force, syncOptions } = input;
  const resources = input.resources.map(parseResource);
  const plan = await context.runtime.engine.planSync(target, {
    prune,
    ...(revision ? { revision } : {}),
    ...(revisions?.length ? { revisions } : {}),
    ...(force ? { force } : {}),
    ...(syncOptions?.length ? { syncOptions } : {}),
    ...(resources.length > 0 ? { resources } : {}),
  });
  if (!plan) throw notFound(`Application ${target.name}`);
  return plan;
}

/** `group:kind:namespace/name` or `group:kind:name`, as Argo CD's command line writes it. */
function parseResource(text: string): { group: string; kind: string; namespace?: string; name: string } {
  const [, group, kind, , namespace, name] = /^([^:]*):([^:]+):(([^/]*)\/)?([^/]+)$/.exec(text) ?? [];
  if (group === undefined || !kind || !name)
    throw new AppError('invalid-request', `query.resources is not group:kind:namespace/name: "${text}".`, {
      field: 'query.resources',
    });
  return { group, kind, name, ...(namespace ? { namespace } : {}) };
}
