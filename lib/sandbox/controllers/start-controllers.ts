import type { SandboxClient } from '../kube-api/client/sandbox-client';
import { ingressController } from './networking/ingress-controller';
import { serviceController } from './networking/service-controller';
import { createPodController, NODE_NAME } from './pods/pod-controller';
import { autoscalerController } from './policies/autoscaler-controller';
import { claimController } from './policies/claim-controller';
import { disruptionBudgetController } from './policies/disruption-budget-controller';
import { runControllers } from './runtime/run-controllers';
import { SandboxTimers } from './runtime/timers';
import { cronJobController } from './workloads/cron-job-controller';
import { daemonSetController } from './workloads/daemon-set-controller';
import { deploymentController } from './workloads/deployment-controller';
import { jobController } from './workloads/job-controller';
import { replicaSetController } from './workloads/replica-set-controller';
import { statefulSetController } from './workloads/stateful-set-controller';

const CONTROLLERS = [
  deploymentController,
  replicaSetController,
  statefulSetController,
  daemonSetController,
  jobController,
  cronJobController,
  serviceController,
  ingressController,
  claimController,
  autoscalerController,
  disruptionBudgetController,
];

/**
 * Makes a sandbox cluster move: adds its node and a default storage class and runs the controllers.
 * `timeScale` 10 lets ten seconds pass in one. Returns the function that stops everything.
 */
export function startControllers(
  client: SandboxClient,
  {
    timeScale = 1,
    onError,
  }: { timeScale?: number; onError: (controller: string, key: string, error: unknown) => void },
): () => void {
  const timers = new SandboxTimers(timeScale);
  createNode(client, timers);
  createStorageClass(client);
  return runControllers([...CONTROLLERS, createPodController()], { client, timers, onError });
}

function createNode(client: SandboxClient, timers: SandboxTimers): void {
  if (client.get({ apiVersion: 'v1', kind: 'Node', namespace: '', name: NODE_NAME })) return;
  const now = timers.timestamp();
  const node = client.create({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: NODE_NAME,
      labels: { 'kubernetes.io/hostname': NODE_NAME, 'kubernetes.io/os': 'linux' },
    },
  });
  const amounts = { cpu: '64', memory: '256Gi', pods: '1000' };
  client.updateStatus({
    ...structuredClone(node),
    status: {
      allocatable: amounts,
      capacity: amounts,
      addresses: [{ type: 'InternalIP', address: '10.10.0.1' }],
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'KubeletReady',
          message: 'the sandbox node is ready',
          lastHeartbeatTime: now,
          lastTransitionTime: now,
        },
      ],
    },
  });
}

function createStorageClass(client: SandboxClient): void {
  if (client.get({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', namespace: '', name: 'standard' }))
    return;
  client.create({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'standard', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
    provisioner: 'sandbox.promontory.dev/memory',
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'Immediate',
  });
}
