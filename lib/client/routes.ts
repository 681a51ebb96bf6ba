import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ResourceKey } from '@/lib/domain/resource/resource-key';

type Parameter = string | number | boolean | null | undefined;
export type QueryParameters = Record<string, Parameter | readonly string[]>;

const part = encodeURIComponent;

/** Adds the parameters that have a value; '' and null count as none. */
export function withQuery(path: string, parameters: QueryParameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    const values = Array.isArray(value) ? (value as readonly string[]) : [value as Parameter];
    for (const each of values) {
      if (each !== undefined && each !== null && each !== '') search.append(name, String(each));
    }
  }
  const text = search.toString();
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path;
}

const application = (ref: ApplicationRef, tail = '', parameters: QueryParameters = {}) =>
  withQuery(`/api/v1/applications/${part(ref.name)}${tail}`, { appNamespace: ref.namespace, ...parameters });

const ofResource = (key: ResourceKey & { version?: string }) => ({
  group: key.group,
  version: key.version,
  kind: key.kind,
  namespace: key.namespace,
  resourceName: key.name,
});

type AddressedResource = ResourceKey & { version?: string };

/** Addresses of API calls. */
export const apiRoutes = {
  stream: '/api/stream',
  health: '/api/health',
  version: '/api/version',
  overview: '/api/v1/overview',
  status: '/api/v1/status',
  rows: (query: QueryParameters) => withQuery('/api/v1/application-rows', query),
  applications: '/api/v1/applications',
  application: (ref: ApplicationRef, parameters: QueryParameters = {}) => application(ref, '', parameters),
  applicationSpec: (ref: ApplicationRef) => application(ref, '/spec'),
  detail: (ref: ApplicationRef) => application(ref, '/detail'),
  tree: (ref: ApplicationRef) => application(ref, '/resource-tree'),
  managedResources: (ref: ApplicationRef) => application(ref, '/managed-resources'),
  manifests: (ref: ApplicationRef, revision?: string) => application(ref, '/manifests', { revision }),
  diff: (ref: ApplicationRef) => application(ref, '/diff'),
  plan: (ref: ApplicationRef, query: QueryParameters) => application(ref, '/plan', query),
  sync: (ref: ApplicationRef) => application(ref, '/sync'),
  operation: (ref: ApplicationRef) => application(ref, '/operation'),
  history: (ref: ApplicationRef, query: QueryParameters) => application(ref, '/history', query),
  events: (ref: ApplicationRef, query: QueryParameters = {}) => application(ref, '/events', query),
  logs: (ref: ApplicationRef, query: QueryParameters) => application(ref, '/logs', query),
  resource: (ref: ApplicationRef, key: AddressedResource, query: QueryParameters = {}) =>
    application(ref, '/resource', { ...ofResource(key), ...query }),
  resourceActions: (ref: ApplicationRef, key: AddressedResource) =>
    application(ref, '/resource/actions', ofResource(key)),
  runAction: (ref: ApplicationRef) => application(ref, '/resource/actions/v2'),
  windowsOf: (ref: ApplicationRef) => application(ref, '/syncwindows'),
  revision: (ref: ApplicationRef, revision: string, sourceIndex = 0) =>
    application(ref, `/revisions/${part(revision)}/metadata`, { sourceIndex }),
  activity: (query: QueryParameters) => withQuery('/api/v1/activity', query),
  windows: (query: QueryParameters = {}) => withQuery('/api/v1/windows', query),
  clusters: '/api/v1/clusters',
  projects: '/api/v1/projects',
  repositories: '/api/v1/repositories',
} as const;

export const APPLICATION_TABS = ['tree', 'diff', 'sync', 'history', 'events', 'logs'] as const;
export type ApplicationTab = (typeof APPLICATION_TABS)[number];

/** Addresses of pages; literal types, so that Next's typed links accept them. */
export const pageRoutes = {
  overview: '/',
  apps: '/apps',
  activity: '/activity',
  application: <T extends ApplicationTab>(ref: ApplicationRef, tab: T) =>
    `/apps/${part(ref.cluster)}/${part(ref.namespace)}/${part(ref.name)}/${tab}` as const,
} as const;
