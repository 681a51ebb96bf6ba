import path from 'node:path';
import type { ApplicationSource } from '@/lib/domain/application/application-spec';
import { createGitRepositories } from '@/lib/adapters/git/create-git-repositories';
import type { CredentialsFor, RenderedManifests } from '@/lib/engine/ports/manifest-renderer';
import { createManifestRenderer } from '../create-manifest-renderer';
import type { ToolLimits } from '../process/tool-runner';

/** A renderer over real Git and the real tools, in a folder of its own. */
export function testRenderer(
  folder: string,
  { limits, credentialsFor }: { limits?: ToolLimits; credentialsFor?: CredentialsFor } = {},
) {
  const repositories = createGitRepositories(path.join(folder, 'mirrors'));
  const renderer = createManifestRenderer({
    repositories,
    credentialsFor: credentialsFor ?? (() => Promise.resolve(undefined)),
    folder: path.join(folder, 'render'),
    environment: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    ...(limits ? { limits } : {}),
  });
  /** Resolves and renders; name and namespace as given. */
  const render = async (
    sources: ApplicationSource[],
    { name = 'web', signal, revisions }: { name?: string; signal?: AbortSignal; revisions?: string[] } = {},
  ): Promise<RenderedManifests> =>
    renderer.render(
      {
        application: { name, namespace: 'argocd', project: 'default' },
        destinationNamespace: name,
        sources,
        revisions:
          revisions ?? (await Promise.all(sources.map((source) => renderer.resolve(source, { refresh: true })))),
        kubeVersion: '1.35.4',
        apiVersions: ['v1', 'apps/v1', 'apps/v1/Deployment'],
      },
      signal,
    );
  return { renderer, render, close: () => repositories.close() };
}

export function namesOf(rendered: RenderedManifests): string[] {
  return rendered.objects.map((object) => `${object.kind}/${object.metadata.name ?? ''}`);
}
