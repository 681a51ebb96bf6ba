import type { JsonObject } from '@/lib/domain/resource/json';
import { REGISTRY, SERVICES } from '../tidewater/services';

/** A change that somebody makes in the cluster after the first sync. */
export interface DemoDrift {
  /** Make it once this Application (in argocd) has synced. */
  application: string;
  object: { apiVersion: string; kind: string; namespace: string; name: string };
  /** JSON merge patch. */
  patch: JsonObject;
  fieldManager: string;
}

const PROD = 'tidewater-prod';

/** Only where nothing heals by itself, so that it stays to be seen. */
export const DEMO_DRIFT: readonly DemoDrift[] = [
  {
    application: 'prod-checkout',
    object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: PROD, name: 'checkout' },
    patch: podPatch({ ...container('checkout', '1.4.2'), image: `${REGISTRY}/checkout:1.4.2-hotfix.1` }),
    fieldManager: 'kubectl-set',
  },
  {
    application: 'prod-search',
    object: { apiVersion: 'v1', kind: 'ConfigMap', namespace: PROD, name: 'search-config' },
    patch: { data: { LOG_LEVEL: 'debug' } },
    fieldManager: 'kubectl-edit',
  },
  {
    application: 'prod-payments',
    object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: PROD, name: 'payments' },
    patch: podPatch({
      ...container('payments', '2.9.0'),
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '512Mi' } },
    }),
    fieldManager: 'kubectl-edit',
  },
  {
    // Ignored by ignoreDifferences: what an autoscaler does is no drift.
    application: 'prod-storefront',
    object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: PROD, name: 'storefront' },
    patch: { spec: { replicas: 5 } },
    fieldManager: 'horizontal-pod-autoscaler',
  },
];

function podPatch(changed: JsonObject): JsonObject {
  return { spec: { template: { spec: { containers: [changed] } } } };
}

/** The container as the service's chart declares it in production: a merge patch replaces the whole list. */
function container(service: string, version: string): JsonObject {
  const port = SERVICES.find((each) => each.name === service)?.port ?? 8080;
  return {
    name: service,
    image: `${REGISTRY}/${service}:${version}`,
    ports: [{ name: 'http', containerPort: port }],
    envFrom: [{ configMapRef: { name: `${service}-config` } }],
    env: [{ name: 'VERSION', value: version }],
    readinessProbe: { httpGet: { path: '/healthz', port: 'http' } },
    resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '256Mi' } },
  };
}
