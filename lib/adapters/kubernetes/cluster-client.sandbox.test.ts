import { afterAll } from 'vitest';
import { startSandbox, type Sandbox } from '@/lib/sandbox/start-sandbox';
import { describeClusterClientContract } from './cluster-client.contract';
import { createClusterClient } from './create-cluster-client';

let sandbox: Sandbox | undefined;
let client: ReturnType<typeof createClusterClient> | undefined;

describeClusterClientContract(
  'sandbox',
  async () => {
    sandbox = await startSandbox();
    client = createClusterClient({ from: 'kubeconfig-text', text: sandbox.kubeconfig });
    return client;
  },
  () => sandbox?.forgetHistory(),
);

afterAll(async () => {
  await client?.close();
  await sandbox?.stop();
});
