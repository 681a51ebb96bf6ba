import { PEOPLE, type HistoryCommit, type Person } from '../git/commit-history';
import { argoFiles, type ArgoAddresses } from './argo-files';
import { shopFiles, type ShopState } from './environment-files';
import { serviceChart } from './service-chart';
import { SERVICES, type Environment } from './services';

interface Change {
  hoursAgo: number;
  author: Person;
  message: string;
  change: (state: ShopState) => void;
  tags?: string[];
}

const START: Record<string, string> = {
  storefront: '4.10.0',
  cart: '2.3.1',
  checkout: '1.4.1',
  catalog: '3.0.2',
  search: '0.9.4',
  payments: '2.8.0',
};

const version = (environment: Environment, service: string, to: string) => (state: ShopState) => {
  state.versions[environment][service] = to;
};

const { ada, ines, jonas, malik, noor, omar, rosa } = PEOPLE;

const CHANGES: Change[] = [
  {
    hoursAgo: 430,
    author: ada,
    message: 'Lay out services, environments and Argo CD',
    change: () => undefined,
  },
  {
    hoursAgo: 406,
    author: jonas,
    message: 'Two replicas in preprod, three in prod',
    change: ({ replicas }) => Object.assign(replicas, { preprod: 2, prod: 3 }),
  },
  {
    hoursAgo: 355,
    author: rosa,
    message: 'dev: checkout 1.4.2',
    change: version('dev', 'checkout', '1.4.2'),
  },
  {
    hoursAgo: 331,
    author: noor,
    message: 'preprod: checkout 1.4.2',
    change: version('preprod', 'checkout', '1.4.2'),
  },
  {
    hoursAgo: 308,
    author: noor,
    message: 'prod: checkout 1.4.2\n\nShips the gift-card fix.',
    change: version('prod', 'checkout', '1.4.2'),
    tags: ['v2026.11.1'],
  },
  {
    hoursAgo: 262,
    author: malik,
    message: 'dev: search 1.0.0-rc.2',
    change: version('dev', 'search', '1.0.0-rc.2'),
  },
  {
    hoursAgo: 238,
    author: omar,
    message: 'dev: payments 2.9.0',
    change: version('dev', 'payments', '2.9.0'),
  },
  {
    hoursAgo: 214,
    author: ines,
    message: 'preprod: payments 2.9.0',
    change: version('preprod', 'payments', '2.9.0'),
  },
  {
    hoursAgo: 190,
    author: ada,
    message: 'Quota for every environment',
    change: (state) => (state.hasQuota = true),
  },
  {
    hoursAgo: 143,
    author: ines,
    message: 'prod: payments 2.9.0',
    change: version('prod', 'payments', '2.9.0'),
    tags: ['v2026.11.2'],
  },
  {
    hoursAgo: 119,
    author: rosa,
    message: 'dev: storefront 4.12.0',
    change: version('dev', 'storefront', '4.12.0'),
  },
  { hoursAgo: 95, author: rosa, message: 'dev: checkout 1.5.0', change: version('dev', 'checkout', '1.5.0') },
  {
    hoursAgo: 71,
    author: noor,
    message: 'preprod: checkout 1.5.0',
    change: version('preprod', 'checkout', '1.5.0'),
  },
  {
    hoursAgo: 47,
    author: jonas,
    message: 'dev: debug logs while search 1.0 settles',
    change: ({ logLevel }) => (logLevel.dev = 'debug'),
  },
  {
    hoursAgo: 26,
    author: malik,
    message: 'preprod: search 1.0.0',
    change: version('preprod', 'search', '1.0.0'),
  },
  {
    hoursAgo: 20,
    author: malik,
    message: 'prod: catalog 3.1.0',
    change: version('prod', 'catalog', '3.1.0'),
    tags: ['v2026.11.3'],
  },
  {
    hoursAgo: 3,
    author: rosa,
    message: 'dev: checkout 1.6.0-rc.1',
    change: version('dev', 'checkout', '1.6.0-rc.1'),
  },
];

/** The history of the shop's repository up to `now`; `extra` files are in every commit. */
export function shopHistory(
  addresses: ArgoAddresses,
  now: Date,
  extra: Readonly<Record<string, string>>,
): HistoryCommit[] {
  const state: ShopState = {
    versions: { dev: { ...START }, preprod: { ...START }, prod: { ...START } },
    replicas: { dev: 1, preprod: 1, prod: 2 },
    logLevel: { dev: 'info', preprod: 'info', prod: 'warn' },
    hasQuota: false,
  };
  const constant = { ...README, ...argoFiles(addresses), ...extra };
  const charts = Object.assign({}, ...SERVICES.map(serviceChart)) as Record<string, string>;
  return CHANGES.map(({ hoursAgo, author, message, change, tags }) => {
    change(state);
    const files = { ...constant, ...charts, ...shopFiles(state) };
    return {
      author,
      date: new Date(now.getTime() - hoursAgo * 3_600_000),
      message,
      files,
      ...(tags ? { tags } : {}),
    };
  });
}

const README = {
  'README.md': `# Tidewater

Everything that runs in the shop, by environment.

- \`apps/<service>/helm\` and \`apps/<service>/base\`: what a service is
- \`envs/<env>/values-<env>.yaml\` and \`envs/<env>/kustomization.yaml\`: what differs in an environment
- \`argo/\`: the root Application and all that it declares
`,
};
