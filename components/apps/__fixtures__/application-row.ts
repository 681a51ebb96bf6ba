import type { ApplicationRow } from '@/lib/contracts/application/application-row';

/** A calm application; tests change what they are about. */
export function applicationRow(name: string, change: Partial<ApplicationRow> = {}): ApplicationRow {
  return {
    cluster: 'in-cluster',
    namespace: 'argocd',
    name,
    uid: name,
    project: 'shop',
    environment: 'prod',
    destination: { cluster: 'prod-eu', server: 'https://10.0.0.1', namespace: name },
    source: { repoURL: 'https://git.example/shop.git', path: `apps/${name}`, targetRevision: 'main', chart: '' },
    sync: { status: 'Synced', revision: 'a81f0c7', comparedAt: null },
    health: { status: 'Healthy', message: '', since: null },
    operation: null,
    counts: { resources: 4, outOfSync: 0, toPrune: 0, missing: 0, degraded: 0, progressing: 0 },
    driftSince: null,
    lastDeploy: null,
    autoSync: { enabled: false, prune: false, selfHeal: false },
    window: { open: true, manualOpen: true, reason: '', until: null },
    labels: {},
    images: [],
    version: '1.0.0',
    conditions: [],
    createdAt: null,
    deletingSince: null,
    resourceVersion: '1',
    ...change,
  };
}
