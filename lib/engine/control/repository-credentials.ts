import type { CredentialsFor } from '../ports/manifest-renderer';
import type { RegistrySecret, RepositorySecret } from './registry-secret';

/**
 * Credentials for an address as Argo CD chooses them: the repository's own Secret, and what that does not state
 * from the `repo-creds` Secret with the longest matching prefix.
 */
export function credentialsFrom(
  registry: () => RegistrySecret[],
  normalise: (url: string) => string,
): CredentialsFor {
  return (repoUrl) => {
    const url = normalise(repoUrl);
    const repository = secretsOf(registry(), 'repository').find((each) => normalise(each.url) === url);
    const template = secretsOf(registry(), 'repo-creds')
      .filter((each) => url.startsWith(normalise(each.url)) || repoUrl.startsWith(each.url))
      .sort((a, b) => b.url.length - a.url.length)[0];
    const found = repository ?? template;
    if (!found) return Promise.resolve(undefined);
    const own = hasCredentials(found) ? found : (template ?? found);
    return Promise.resolve({
      ...(own.username ? { username: own.username } : {}),
      ...(own.password ? { password: own.password } : {}),
      ...(own.sshPrivateKey ? { sshPrivateKey: own.sshPrivateKey } : {}),
      insecure: found.insecure,
      type: found.type,
      enableOCI: found.enableOCI,
    });
  };
}

function secretsOf(registry: RegistrySecret[], type: 'repository' | 'repo-creds'): RepositorySecret[] {
  return registry.flatMap((each) => (each.type === type ? [each.repository] : []));
}

function hasCredentials(secret: RepositorySecret): boolean {
  return Boolean(secret.username || secret.password || secret.sshPrivateKey);
}
