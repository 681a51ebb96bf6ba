import { collectGarbage } from './background/collect-garbage';
import { establishDefinitions } from './background/establish-definitions';
import { expireEvents } from './background/expire-events';
import { keepNamespaces } from './background/keep-namespaces';
import { RunSoon } from './background/run-soon';
import { createSandboxClient } from './client/create-sandbox-client';
import type { SandboxClient } from './client/sandbox-client';
import { serve } from './http/serve';
import { KubeApi } from './operations/kube-api';

export interface RunningKubeApi {
  url: string;
  kubeconfig: string;
  client: SandboxClient;
  forgetHistory(): void;
  stop(): Promise<void>;
}

const NAMESPACES = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

/** The API server alone, with what every cluster has: namespaces, the `kubernetes` Service, garbage collection. */
export async function startKubeApi(options: { host: string; port: number }): Promise<RunningKubeApi> {
  // Versions of an earlier run are then older than all of this one.
  const api = new KubeApi({ initialResourceVersion: Math.floor(Date.now() / 1000) });
  const soon = new RunSoon();
  collectGarbage(api, soon);
  keepNamespaces(api, soon);
  establishDefinitions(api, soon);
  expireEvents(api, soon);
  const client = createSandboxClient(api);
  for (const name of NAMESPACES) client.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  client.create({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'kubernetes',
      namespace: 'default',
      labels: { component: 'apiserver', provider: 'kubernetes' },
    },
    spec: { clusterIP: '10.96.0.1', ports: [{ name: 'https', port: 443, targetPort: 6443 }] },
  });
  const server = await serve(api, options);
  return {
    url: server.url,
    kubeconfig: kubeconfigFor(server.url),
    client,
    forgetHistory: () => {
      api.store.compact();
    },
    stop: async () => {
      soon.stop();
      await server.stop();
    },
  };
}

function kubeconfigFor(server: string): string {
  return [
    'apiVersion: v1',
    'kind: Config',
    'clusters:',
    '- name: sandbox',
    `  cluster: {server: "${server}"}`,
    'users:',
    '- name: sandbox',
    '  user: {}',
    'contexts:',
    '- name: sandbox',
    '  context: {cluster: sandbox, user: sandbox}',
    'current-context: sandbox',
    '',
  ].join('\n');
}
