import { KubeConfig } from '@kubernetes/client-node';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { ClusterAddress } from './cluster-address';
import { readKubeconfigFiles } from './read-kubeconfig-files';
import { kubeConfigOfSecret } from './kube-config-of-secret';

/** Reads the address anew, so that rotated files and tokens are seen. Throws a terminal `AdapterError` naming what is wrong. */
export function loadKubeConfig(address: ClusterAddress): KubeConfig {
  const config = read(address);
  const context = 'context' in address ? address.context : undefined;
  if (context !== undefined) config.setCurrentContext(context);
  const cluster = config.getCurrentCluster();
  if (!cluster) {
    throw new AdapterError(`${describe(address)}: no cluster for context "${config.currentContext}"`, {
      retry: 'terminal',
      reason: 'InvalidKubeconfig',
    });
  }
  return withPlainHttp(withUser(config));
}

function read(address: ClusterAddress): KubeConfig {
  if (address.from === 'cluster-secret') return kubeConfigOfSecret(address.server, address.config);
  const config = new KubeConfig();
  try {
    if (address.from === 'kubeconfig-file') return readKubeconfigFiles(address.path);
    if (address.from === 'kubeconfig-text') config.loadFromString(address.text);
    else config.loadFromCluster();
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const options = { retry: 'terminal', reason: 'InvalidKubeconfig', cause } as const;
    throw new AdapterError(`${describe(address)}: ${detail}`, options);
  }
  return config;
}

/** The SDK ignores the cluster's CA when the context names no user. */
function withUser(config: KubeConfig): KubeConfig {
  if (config.getCurrentUser()) return config;
  config.users = [...config.users, { name: 'anonymous' }];
  config.contexts = config.contexts.map((context) =>
    context.name === config.currentContext ? { ...context, user: 'anonymous' } : context,
  );
  return config;
}

/** The SDK refuses `http:` addresses unless TLS is skipped, which they do by nature. */
function withPlainHttp(config: KubeConfig): KubeConfig {
  config.clusters = config.clusters.map((cluster) =>
    cluster.server.startsWith('http:') ? { ...cluster, skipTLSVerify: true } : cluster,
  );
  return config;
}

function describe(address: ClusterAddress): string {
  return address.from === 'kubeconfig-file' ? `kubeconfig ${address.path}` : address.from;
}
