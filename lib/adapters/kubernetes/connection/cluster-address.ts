/** `config` of Argo CD's cluster Secret (the JSON under the key `config`); certificates are base64 PEM. */
export interface ClusterSecretConfig {
  username?: string;
  password?: string;
  bearerToken?: string;
  tlsClientConfig?: {
    insecure?: boolean;
    serverName?: string;
    certData?: string;
    keyData?: string;
    caData?: string;
  };
  execProviderConfig?: {
    command: string;
    args?: string[];
    env?: Record<string, string>;
    apiVersion?: string;
    installHint?: string;
  };
  awsAuthConfig?: unknown;
  proxyUrl?: string;
}

/**
 * Where a cluster's address and credentials come from; `path` may list several files, as `KUBECONFIG` does. `context` is the
 * kubeconfig's current one unless given.
 */
export type ClusterAddress =
  | { from: 'kubeconfig-file'; path: string; context?: string }
  | { from: 'kubeconfig-text'; text: string; context?: string }
  | { from: 'in-cluster' }
  | { from: 'cluster-secret'; server: string; config: ClusterSecretConfig };
