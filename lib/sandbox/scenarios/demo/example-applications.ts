interface Example {
  name: string;
  project: 'platform' | 'money' | 'discovery' | 'shop';
  /** Without it, a person syncs. */
  isAutomated: boolean;
  isServerSide?: boolean;
}

export const EXAMPLES: readonly Example[] = [
  { name: 'observability', project: 'platform', isAutomated: true },
  { name: 'orders-database', project: 'money', isAutomated: true },
  { name: 'edge-proxy', project: 'platform', isAutomated: true },
  { name: 'asset-store', project: 'shop', isAutomated: true },
  { name: 'certificates', project: 'platform', isAutomated: true, isServerSide: true },
  { name: 'recommendations', project: 'discovery', isAutomated: true },
  { name: 'gift-cards', project: 'shop', isAutomated: true },
  { name: 'warehouse', project: 'platform', isAutomated: true },
  { name: 'nightly-import', project: 'discovery', isAutomated: true },
  { name: 'loyalty', project: 'shop', isAutomated: true },
  { name: 'reports', project: 'platform', isAutomated: false },
  { name: 'ledger-export', project: 'money', isAutomated: false },
];

/** `argo/apps/<name>.yaml` in the shop's repository: the root Application creates them. */
export function exampleApplicationFiles(examplesUrl: string, serverUrl: string): Record<string, string> {
  return Object.fromEntries(
    EXAMPLES.map(({ name, project, isAutomated, isServerSide }) => [
      `argo/apps/${name}.yaml`,
      `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: argocd
spec:
  project: ${project}
  source:
    repoURL: ${examplesUrl}
    targetRevision: main
    path: ${name}
  destination: { server: "${serverUrl}", namespace: ${name} }
  syncPolicy:
    syncOptions: [CreateNamespace=true${isServerSide ? ', ServerSideApply=true' : ''}]
${isAutomated ? '    automated: { prune: true, selfHeal: true }\n    retry: { limit: 2, backoff: { duration: 10s, factor: 2, maxDuration: 1m } }\n' : ''}`,
    ]),
  );
}
