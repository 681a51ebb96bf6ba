import type { ClusterClient } from '@/lib/engine/ports/cluster-client';
import type { ClusterAddress } from './connection/cluster-address';
import { ClusterConnection } from './connection/cluster-connection';
import { loadKubeConfig } from './connection/load-kube-config';
import { KubernetesClusterClient } from './kubernetes-cluster-client';

export type { ClusterAddress, ClusterSecretConfig } from './connection/cluster-address';

/**
 * A client for one cluster. Reads the address at once: a kubeconfig that is missing or broken throws a terminal
 * `AdapterError` here; connecting happens with the first call. `close` when the cluster is no longer managed.
 */
export function createClusterClient(address: ClusterAddress): ClusterClient & { close(): Promise<void> } {
  loadKubeConfig(address);
  return new KubernetesClusterClient(new ClusterConnection(address));
}
