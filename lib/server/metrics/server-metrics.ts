import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ApplicationFacts, EngineView } from '../engine-port';

const APP_LABELS = [
  'namespace',
  'name',
  'project',
  'repo',
  'dest_server',
  'dest_namespace',
  'sync_status',
  'health_status',
  'operation',
  'autosync_enabled',
] as const;

export interface ServerMetrics {
  /** Prometheus' text format. */
  render(): Promise<{ body: string; contentType: string }>;
  observeRequest(method: string, status: number, durationMs: number): void;
}

/** Metrics under Argo CD's names where it has them, so that its dashboards and alerts go on working; ours are `promontory_*`. */
export function createServerMetrics(engine: EngineView): ServerMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registerApplicationInfo(registry, engine);
  registerClusters(registry, engine);
  registerSyncs(registry, engine);
  const requests = new Histogram({
    name: 'promontory_http_request_duration_seconds',
    help: 'Time until the answer to an API request begins.',
    labelNames: ['method', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  return {
    render: async () => ({ body: await registry.metrics(), contentType: registry.contentType }),
    observeRequest: (method, status, durationMs) =>
      requests.observe({ method, status: String(status) }, durationMs / 1000),
  };
}

function registerApplicationInfo(registry: Registry, engine: EngineView): void {
  new Gauge({
    name: 'argocd_app_info',
    help: 'Information about an Application; always 1.',
    labelNames: APP_LABELS,
    registers: [registry],
    collect() {
      this.reset();
      for (const facts of engine.applications()) this.set(labelsOf(facts), 1);
    },
  });
}

function labelsOf({
  application,
  destinationServer,
}: ApplicationFacts): Record<(typeof APP_LABELS)[number], string> {
  const { metadata, spec, status, operation } = application;
  const automated = spec.syncPolicy?.automated;
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    project: spec.project,
    repo: (spec.source ?? spec.sources?.[0])?.repoURL ?? '',
    dest_server: destinationServer,
    dest_namespace: spec.destination.namespace ?? '',
    sync_status: status?.sync?.status ?? 'Unknown',
    health_status: status?.health?.status ?? 'Unknown',
    operation: operation ? 'sync' : metadata.deletionTimestamp ? 'delete' : '',
    autosync_enabled: String(automated !== undefined && automated.enabled !== false),
  };
}

function registerClusters(registry: Registry, engine: EngineView): void {
  new Gauge({
    name: 'argocd_cluster_connection_status',
    help: '1 while the cluster is watched live, else 0.',
    labelNames: ['server', 'name'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { server, name, state } of engine.status().clusters)
        this.set({ server, name }, state === 'connected' ? 1 : 0);
    },
  });
  new Gauge({
    name: 'argocd_cluster_api_resource_objects',
    help: 'Objects that are watched in the cluster.',
    labelNames: ['server'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { server, info } of engine.clusters()) this.set({ server }, info.cacheInfo.resourcesCount);
    },
  });
}

function registerSyncs(registry: Registry, engine: EngineView): void {
  const syncs = new Counter({
    name: 'argocd_app_sync_total',
    help: 'Operations that ended, by phase.',
    labelNames: ['namespace', 'name', 'project', 'dest_server', 'phase'],
    registers: [registry],
  });
  engine.subscribe((event) => {
    if (event.type !== 'operation' || event.progress.type !== 'finished') return;
    const facts = engine.application(event.ref);
    syncs.inc({
      namespace: event.ref.namespace,
      name: event.ref.name,
      project: facts?.application.spec.project ?? '',
      dest_server: facts?.destinationServer ?? '',
      phase: event.progress.phase,
    });
  });
}
