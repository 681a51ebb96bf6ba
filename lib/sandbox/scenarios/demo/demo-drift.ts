import type { JsonObject } from '@/lib/domain/resource/json';
import { REGISTRY } from '../tidewater/services';

/** A change that somebody makes in the cluster after the first sync. */
export interface DemoDrift {
  /** Apply it once this Application (in argocd) is Synced. */
  application: string;
  target: { apiVersion: string; kind: string; namespace: string; name: string };
  patchType: 'merge' | 'strategic';
  patch: JsonObject;
  fieldManager: string;
}

/** Only where nothing heals by itself, so that it stays to be seen. */
export const DEMO_DRIFT: readonly DemoDrift[] = [
  {
    application: 'prod-checkout',
    target: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'tidewater-prod', name: 'checkout' },
    patchType: 'strategic',
    patch: {
      spec: {
        template: {
          spec: { containers: [{ name: 'checkout', image: `${REGISTRY}/checkout:1.4.2-hotfix.1` }] },
        },
      },
    },
    fieldManager: 'kubectl-set',
  },
  {
    application: 'prod-search',
    target: { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'tidewater-prod', name: 'search-config' },
    patchType: 'merge',
    patch: { data: { LOG_LEVEL: 'debug' } },
    fieldManager: 'kubectl-edit',
  },
  {
    application: 'prod-payments',
    target: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'tidewater-prod', name: 'payments' },
    patchType: 'strategic',
    patch: {
      spec: {
        template: {
          spec: { containers: [{ name: 'payments', resources: { limits: { memory: '512Mi' } } }] },
        },
      },
    },
    fieldManager: 'kubectl-edit',
  },
  {
    // Ignored by ignoreDifferences: what an autoscaler does is no drift.
    application: 'prod-storefront',
    target: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'tidewater-prod', name: 'storefront' },
    patchType: 'merge',
    patch: { spec: { replicas: 5 } },
    fieldManager: 'horizontal-pod-autoscaler',
  },
];
