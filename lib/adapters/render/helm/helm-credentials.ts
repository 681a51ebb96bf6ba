import type { RepositoryCredentials } from '@/lib/engine/ports/git-repository';

export interface ChartAddress {
  url: string;
  credentials: RepositoryCredentials | undefined;
}

/** helm's repositories.yaml; the n-th repository is called `r<n>`. JSON is YAML too. */
export function repositoryConfig(addresses: ChartAddress[], passCredentials: boolean): string {
  return JSON.stringify({
    apiVersion: '',
    generated: '0001-01-01T00:00:00Z',
    repositories: addresses.map(({ url, credentials }, index) => ({
      name: `r${index}`,
      url,
      username: credentials?.username ?? '',
      password: credentials?.password ?? '',
      insecure_skip_tls_verify: credentials?.insecure ?? false,
      pass_credentials_all: passCredentials,
    })),
  });
}

/** The registry client's config.json, by host. */
export function registryConfig(addresses: ChartAddress[]): string {
  const auths: Record<string, { auth: string }> = {};
  for (const { url, credentials } of addresses) {
    if (!credentials?.username && !credentials?.password) continue;
    const host = url.replace(/^oci:\/\//, '').split('/')[0] ?? '';
    const pair = `${credentials.username ?? ''}:${credentials.password ?? ''}`;
    auths[host] = { auth: Buffer.from(pair).toString('base64') };
  }
  return JSON.stringify({ auths });
}
