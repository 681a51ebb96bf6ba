import { afterAll, describe, it } from 'vitest';
import { startRealCluster, whyNoRealCluster, type RealCluster } from './__fixtures__/real-cluster';
import { describeClusterClientContract } from './cluster-client.contract';
import { createClusterClient } from './create-cluster-client';

const missing = whyNoRealCluster();

if (missing === undefined) {
  let cluster: RealCluster | undefined;
  let client: ReturnType<typeof createClusterClient> | undefined;
  describeClusterClientContract('real kube-apiserver', async () => {
    cluster = await startRealCluster();
    client = createClusterClient({ from: 'kubeconfig-file', path: cluster.kubeconfigPath });
    return client;
  });
  afterAll(async () => {
    await client?.close();
    await cluster?.stop();
  });
} else {
  describe('ClusterClient contract: real kube-apiserver', () => {
    it.skip(`SKIPPED: ${missing}`, () => undefined);
  });
}
