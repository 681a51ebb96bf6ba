import type { AppProject, SyncWindow } from '@/lib/domain/project/app-project';

interface Team {
  name: string;
  description: string;
  repositories: string[];
  namespaces: string[];
  clusterKinds: { group: string; kind: string }[];
  windows: SyncWindow[];
}

/** Projects shop, discovery, money and platform. Production has its windows; one of them is closed at `now`. */
export function demoProjects(urls: { shop: string; examples: string }, now: Date): AppProject[] {
  const both = [urls.shop, urls.examples];
  const namespaceOnly = [{ group: '', kind: 'Namespace' }];
  const teams: Team[] = [
    {
      name: 'shop',
      description: 'Storefront, cart and checkout',
      repositories: both,
      namespaces: ['tidewater-*', 'asset-store', 'gift-cards', 'loyalty'],
      clusterKinds: namespaceOnly,
      windows: [
        window('deny', '0 22 24 12 *', '36h', ['prod-*'], 'Christmas: nothing ships'),
        window('deny', '30 2 * * 0', '1h', ['prod-storefront'], 'Cache warm-up'),
      ],
    },
    {
      name: 'discovery',
      description: 'Catalog and search',
      repositories: both,
      namespaces: ['tidewater-*', 'recommendations', 'nightly-import'],
      clusterKinds: namespaceOnly,
      windows: [window('deny', '0 3 * * 1', '2h', ['prod-search'], 'Index rebuild')],
    },
    {
      name: 'money',
      description: 'Payments and the ledger',
      repositories: both,
      namespaces: ['tidewater-*', 'orders-database', 'ledger-export'],
      clusterKinds: namespaceOnly,
      windows: [
        window('deny', '0 22 24 12 *', '36h', ['prod-*'], 'Christmas: nothing ships'),
        window(
          'deny',
          `0 ${(now.getUTCHours() + 23) % 24} * * *`,
          '8h',
          ['ledger-export'],
          'Books are closing',
        ),
      ],
    },
    {
      name: 'platform',
      description: 'Environments and what runs beside the shop',
      repositories: both,
      namespaces: ['*'],
      clusterKinds: [{ group: '*', kind: '*' }],
      windows: [],
    },
  ];
  return teams.map(project);
}

function window(
  kind: 'allow' | 'deny',
  schedule: string,
  duration: string,
  applications: string[],
  description: string,
): SyncWindow {
  return { kind, schedule, duration, applications, manualSync: false, timeZone: 'UTC', description };
}

function project({ name, description, repositories, namespaces, clusterKinds, windows }: Team): AppProject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name, namespace: 'argocd' },
    spec: {
      description,
      sourceRepos: repositories,
      destinations: namespaces.map((namespace) => ({ server: '*', namespace })),
      clusterResourceWhitelist: clusterKinds,
      ...(windows.length > 0 ? { syncWindows: windows } : {}),
    },
  };
}
