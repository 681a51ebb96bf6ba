import { KubeConfig, type User } from '@kubernetes/client-node';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { ClusterSecretConfig } from './cluster-address';

/** A kubeconfig with one context, from Argo CD's cluster Secret. Cloud sign-in works through `execProviderConfig`. */
export function kubeConfigOfSecret(server: string, secret: ClusterSecretConfig): KubeConfig {
  if (secret.awsAuthConfig !== undefined && secret.awsAuthConfig !== null) {
    throw new AdapterError(
      `cluster ${server}: awsAuthConfig is not supported; use execProviderConfig with "aws eks get-token"`,
      { retry: 'terminal', reason: 'InvalidKubeconfig' },
    );
  }
  const tls = secret.tlsClientConfig ?? {};
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [
      {
        name: server,
        server,
        skipTLSVerify: tls.insecure ?? false,
        ...(tls.caData ? { caData: tls.caData } : {}),
        ...(tls.serverName ? { tlsServerName: tls.serverName } : {}),
        ...(secret.proxyUrl ? { proxyUrl: secret.proxyUrl } : {}),
      },
    ],
    users: [userOf(server, secret)],
    contexts: [{ name: server, cluster: server, user: server }],
    currentContext: server,
  });
  return config;
}

function userOf(name: string, secret: ClusterSecretConfig): User {
  const { tlsClientConfig: tls, execProviderConfig: exec } = secret;
  return {
    name,
    ...(secret.username ? { username: secret.username, password: secret.password ?? '' } : {}),
    ...(secret.bearerToken ? { token: secret.bearerToken } : {}),
    ...(tls?.certData ? { certData: tls.certData } : {}),
    ...(tls?.keyData ? { keyData: tls.keyData } : {}),
    ...(exec
      ? {
          exec: {
            apiVersion: exec.apiVersion ?? 'client.authentication.k8s.io/v1',
            command: exec.command,
            args: exec.args ?? [],
            env: Object.entries(exec.env ?? {}).map(([key, value]) => ({ name: key, value })),
          },
        }
      : {}),
  };
}
