export const ENVIRONMENTS = ['dev', 'preprod', 'prod'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

export interface ShopService {
  name: string;
  project: 'shop' | 'discovery' | 'money';
  port: number;
  /** Reached from outside under this path. */
  path?: string;
  /** Scales by itself. */
  isElastic?: boolean;
  /** Runs `db-migrate` before each sync. */
  hasDatabase?: boolean;
  owner: string;
}

/** What the shop is made of. */
export const SERVICES: readonly ShopService[] = [
  { name: 'storefront', project: 'shop', port: 3000, path: '/', isElastic: true, owner: 'web' },
  { name: 'cart', project: 'shop', port: 8080, owner: 'checkout' },
  { name: 'checkout', project: 'shop', port: 8080, path: '/checkout', hasDatabase: true, owner: 'checkout' },
  {
    name: 'catalog',
    project: 'discovery',
    port: 8080,
    path: '/catalog',
    hasDatabase: true,
    owner: 'catalog',
  },
  { name: 'search', project: 'discovery', port: 9200, isElastic: true, owner: 'catalog' },
  { name: 'payments', project: 'money', port: 8443, hasDatabase: true, owner: 'payments' },
];

export const REGISTRY = 'registry.tidewater.example';

export function namespaceOf(environment: Environment): string {
  return `tidewater-${environment}`;
}
