import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { createClusterClient } from '@/lib/adapters/kubernetes/create-cluster-client';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { createDemoScenario, type DemoScenario } from '@/lib/sandbox/scenarios/demo/create-demo-scenario';
import { startSandbox, type Sandbox } from '@/lib/sandbox/start-sandbox';
import { IN_CLUSTER_SERVER } from '@/lib/engine/control/cluster-connections';

export interface DemoSandbox {
  sandbox: Sandbox;
  scenario: DemoScenario;
  /** Kubeconfig for `kubectl`. */
  kubeconfigPath: string;
}

/** Starts the sandbox cluster with Argo CD's kinds and the demo scenario, and writes a kubeconfig for it. */
export async function composeSandbox(options: {
  home: string;
  crds: string;
  reset: boolean;
  onError: (what: string, error: unknown) => void;
}): Promise<DemoSandbox> {
  const { home, onError } = options;
  const sandbox = await startSandbox({
    onError: (controller, key, error) => onError(`sandbox ${controller} ${key}`, error),
  });
  for (const definition of await readDefinitions(options.crds)) sandbox.client.create(definition);
  const argocd = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'argocd' } };
  if (!sandbox.client.get({ ...argocd, namespace: '', name: 'argocd' })) sandbox.client.create(argocd);
  const scenario = await createDemoScenario({ home, serverUrl: IN_CLUSTER_SERVER, reset: options.reset });
  for (const manifest of scenario.manifests)
    sandbox.client.create(manifest, { fieldManager: 'kubectl-create' });
  const kubeconfigPath = path.join(home, 'sandbox.kubeconfig');
  await writeFile(kubeconfigPath, sandbox.kubeconfig, { mode: 0o600 });
  playDrift(sandbox, scenario, onError);
  return { sandbox, scenario, kubeconfigPath };
}

async function readDefinitions(folder: string): Promise<KubernetesObject[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => parse(await readFile(path.join(folder, name), 'utf8')) as KubernetesObject),
  );
}

const DRIFT_CHECK_MS = 1_000;

/** Each edit by hand comes once its Application has been synced for the first time. */
function playDrift(
  { client, kubeconfig }: Sandbox,
  { drift }: DemoScenario,
  onError: (what: string, error: unknown) => void,
): void {
  const people = createClusterClient({ from: 'kubeconfig-text', text: kubeconfig });
  let waiting = [...drift];
  const timer = setInterval(() => {
    const due = waiting.filter((edit) =>
      isSynced(
        client.get({
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Application',
          namespace: 'argocd',
          name: edit.application,
        }),
      ),
    );
    waiting = waiting.filter((edit) => !due.includes(edit));
    for (const { object, patch, fieldManager, application } of due) {
      people
        .patch(object, 'merge', patch, { fieldManager })
        .catch((error: unknown) => onError(`demo drift of ${application}`, error));
    }
    if (waiting.length === 0) clearInterval(timer);
  }, DRIFT_CHECK_MS);
  timer.unref();
}

function isSynced(app: KubernetesObject | undefined): boolean {
  const status = app?.status as { operationState?: { phase?: string } } | undefined;
  return status?.operationState?.phase === 'Succeeded';
}
