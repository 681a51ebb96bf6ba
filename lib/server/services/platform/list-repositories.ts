import type { RepositoryList, RepositoryView } from '@/lib/contracts/platform/repository';
import { notFound } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';

export function listRepositories(
  context: RequestContext,
  filter: { repo: string; appProject: string },
): RepositoryList {
  const { engine, authorizer } = context.runtime;
  const items = engine
    .repositories()
    .filter(
      (repository) =>
        (!filter.repo || repository.repo === filter.repo) &&
        (!filter.appProject || repository.project === filter.appProject) &&
        authorizer.can(context.caller, { resource: 'repositories', action: 'get' }, repository.repo),
    );
  return { metadata: {}, items };
}

export function getRepository(context: RequestContext, repo: string): RepositoryView {
  const [repository] = listRepositories(context, { repo, appProject: '' }).items;
  if (!repository) throw notFound(`repository ${repo}`);
  return repository;
}
