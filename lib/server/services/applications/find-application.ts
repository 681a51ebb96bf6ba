import type { Permission } from '../../auth/permission';
import type { ApplicationFacts } from '../../engine-port';
import { notFound } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';
import type { ActionTarget } from '../audit-entry';
import { requirePermission } from '../require-permission';

/** How Argo CD's calls name an Application: '' for the namespace means the control plane's own. */
export interface ApplicationName {
  name: string;
  appNamespace?: string | undefined;
  /** When given, the Application must be in it. */
  project?: string | undefined;
}

export interface ApplicationTarget extends ActionTarget {
  facts: ApplicationFacts;
}

/** For actions: finds without asking for permission. Throws `not-found`. */
export function findApplication(context: RequestContext, input: ApplicationName): ApplicationTarget {
  const { engine } = context.runtime;
  const namespace = input.appNamespace || engine.controlPlane.namespace;
  const facts = engine.application({ namespace, name: input.name });
  if (!facts || (input.project && facts.application.spec.project !== input.project))
    throw notFound(`Application ${input.name} in namespace ${namespace}`);
  return {
    facts,
    kind: 'Application',
    namespace,
    name: input.name,
    project: facts.application.spec.project,
    permissionObject: permissionObjectOf(context, {
      ...facts.application.metadata,
      project: facts.application.spec.project,
    }),
  };
}

/** For verbs that read: finds and requires the permission. */
export async function requireApplication(
  context: RequestContext,
  input: ApplicationName,
  permission: Permission = { resource: 'applications', action: 'get' },
): Promise<ApplicationTarget> {
  const target = findApplication(context, input);
  await requirePermission(context, permission, target);
  return target;
}

/** Argo CD's object of rules: `project/name`, with the namespace between where it is not the control plane's. */
export function permissionObjectOf(
  context: RequestContext,
  app: { project: string; namespace: string; name: string },
): string {
  const isOwn = app.namespace === context.runtime.engine.controlPlane.namespace;
  return isOwn ? `${app.project}/${app.name}` : `${app.project}/${app.namespace}/${app.name}`;
}
