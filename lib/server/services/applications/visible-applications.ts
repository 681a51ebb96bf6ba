import type { ApplicationFacts } from '../../engine-port';
import type { RequestContext } from '../../http/request-context';
import { permissionObjectOf } from './find-application';

/** The Applications that the caller may see. */
export function visibleApplications(context: RequestContext): ApplicationFacts[] {
  const { engine, authorizer } = context.runtime;
  const permission = { resource: 'applications', action: 'get' } as const;
  return engine
    .applications()
    .filter(({ application }) =>
      authorizer.can(
        context.caller,
        permission,
        permissionObjectOf(context, { ...application.metadata, project: application.spec.project }),
      ),
    );
}
