import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';

/** One of Argo CD's declarative Secrets (label `argocd.argoproj.io/secret-type`), decoded. */
export type RegistrySecret =
  | { type: 'cluster'; secretName: string; cluster: ClusterSecret }
  | { type: 'repository' | 'repo-creds'; secretName: string; repository: RepositorySecret };

export interface ClusterSecret {
  server: string;
  name: string;
  /** JSON text: bearerToken, tlsClientConfig, username, password, execProviderConfig… */
  config: string;
  namespaces: string[];
  clusterResources: boolean;
  project: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

export interface RepositorySecret {
  url: string;
  name: string;
  type: 'git' | 'helm';
  project: string;
  username: string;
  password: string;
  sshPrivateKey: string;
  insecure: boolean;
  enableOCI: boolean;
}

/** Undefined for Secrets of another type or without their address. */
export function readSecret(secret: KubernetesObject): RegistrySecret | undefined {
  const { metadata } = secret;
  const type = metadata.labels?.['argocd.argoproj.io/secret-type'];
  const data = (secret.data ?? {}) as Record<string, string>;
  const text = (key: string): string =>
    data[key] ? Buffer.from(data[key], 'base64').toString('utf8').trim() : '';
  const secretName = metadata.name ?? '';
  if (type === 'cluster' && text('server')) {
    const namespaces = text('namespaces')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean);
    const cluster = {
      server: text('server'),
      name: text('name') || text('server'),
      config: text('config') || '{}',
      namespaces,
      clusterResources: text('clusterResources') === 'true',
      project: text('project'),
      labels: metadata.labels ?? {},
      annotations: metadata.annotations ?? {},
    };
    return { type, secretName, cluster };
  }
  if ((type === 'repository' || type === 'repo-creds') && text('url')) {
    const repository = {
      url: text('url'),
      name: text('name'),
      type: text('type') === 'helm' ? ('helm' as const) : ('git' as const),
      project: text('project'),
      username: text('username'),
      password: text('password'),
      sshPrivateKey: text('sshPrivateKey'),
      insecure: text('insecure') === 'true' || text('insecureIgnoreHostKey') === 'true',
      enableOCI: text('enableOCI') === 'true',
    };
    return { type, secretName, repository };
  }
  return undefined;
}
