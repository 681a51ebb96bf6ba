import { afterAll } from 'vitest';
import { describeKubectlContract } from './kubectl.contract';
import { startSandbox, type Sandbox } from './start-sandbox';

let sandbox: Sandbox | undefined;

describeKubectlContract('sandbox', async () => {
  sandbox = await startSandbox();
  return { kubeconfig: sandbox.kubeconfig, hasLogs: true };
});

afterAll(() => sandbox?.stop());
