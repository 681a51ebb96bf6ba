import { afterAll, describe, it } from 'vitest';
import {
  readKubeconfig,
  startRealCluster,
  whyNoRealCluster,
  type RealCluster,
} from '@/lib/adapters/kubernetes/__fixtures__/real-cluster';
import { describeKubectlContract } from './kubectl.contract';

const missing = whyNoRealCluster();

if (missing === undefined) {
  let cluster: RealCluster | undefined;
  describeKubectlContract('real kube-apiserver', async () => {
    cluster = await startRealCluster();
    // The fake nodes run no containers.
    return { kubeconfig: await readKubeconfig(cluster), hasLogs: false };
  });
  afterAll(() => cluster?.stop());
} else {
  describe('kubectl contract: real kube-apiserver', () => {
    it.skip(`SKIPPED: ${missing}`, () => undefined);
  });
}
