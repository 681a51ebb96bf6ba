import type { ProjectList, ProjectView } from '@/lib/contracts/platform/project';
import type { AppProject } from '@/lib/domain/project/app-project';
import { notFound } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';

export function listProjects(context: RequestContext, name: string): ProjectList {
  const { engine, authorizer } = context.runtime;
  const items = engine
    .projects()
    .filter(
      (project) =>
        (!name || project.metadata.name === name) &&
        authorizer.can(context.caller, { resource: 'projects', action: 'get' }, project.metadata.name),
    )
    .map(withoutTokens);
  return { metadata: {}, items };
}

export function getProject(context: RequestContext, name: string): ProjectView {
  const [project] = listProjects(context, name).items;
  if (!project) throw notFound(`project ${name}`);
  return project;
}

/** Issued tokens' ids are nobody else's business; neither is what else the object carries. */
function withoutTokens(project: AppProject): ProjectView {
  const { spec, apiVersion, kind, metadata } = project;
  const roles = spec.roles?.map(({ name, description, policies, groups }) => ({
    name,
    ...(description ? { description } : {}),
    ...(policies ? { policies } : {}),
    ...(groups ? { groups } : {}),
  }));
  return { apiVersion, kind, metadata, spec: { ...spec, ...(roles ? { roles } : {}) } };
}
