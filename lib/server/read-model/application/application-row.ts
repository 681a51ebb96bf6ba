import type { ApplicationRow, ResourceCounts } from '@/lib/contracts/application/application-row';
import { sourcesOf, type Application } from '@/lib/domain/application/application';
import type { HealthStatus } from '@/lib/domain/health/health-status';
import type { ApplicationFacts } from '../../engine-port';
import { environmentOf } from './environment-of';
import { versionOf } from './version-of';

interface KnownRow {
  cluster: string;
  facts: ApplicationFacts;
  row: ApplicationRow;
}

/** Custom resources are replaced, never changed: while the object is the same its row is too, and a list of thousands costs little. */
const knownRows = new WeakMap<Application, KnownRow>();

/** An Application's facts → one line of /apps. */
export function toApplicationRow(facts: ApplicationFacts, cluster: string): ApplicationRow {
  const known = knownRows.get(facts.application);
  if (known?.cluster === cluster && isSameBeside(known.facts, facts)) return known.row;
  const row = makeRow(facts, cluster);
  knownRows.set(facts.application, { cluster, facts, row });
  return row;
}

/** Whether what is not in the custom resource is the same. */
function isSameBeside(a: ApplicationFacts, b: ApplicationFacts): boolean {
  return (
    a.destinationCluster === b.destinationCluster &&
    a.destinationServer === b.destinationServer &&
    a.driftSince?.getTime() === b.driftSince?.getTime() &&
    a.window.open === b.window.open &&
    a.window.manualOpen === b.window.manualOpen &&
    a.window.reason === b.window.reason &&
    a.window.until === b.window.until
  );
}

function makeRow(facts: ApplicationFacts, cluster: string): ApplicationRow {
  const { application } = facts;
  const { metadata, spec, status } = application;
  const labels = metadata.labels ?? {};
  const destination = {
    cluster: facts.destinationCluster,
    server: facts.destinationServer,
    namespace: spec.destination.namespace ?? '',
  };
  const images = status?.summary?.images ?? [];
  const source = sourceOf(application);
  const revision = revisionsOf(application)[0] ?? '';
  const names = [metadata.name, destination.namespace, destination.cluster, source.path];
  return {
    cluster,
    namespace: metadata.namespace,
    name: metadata.name,
    uid: metadata.uid ?? '',
    project: spec.project,
    environment: environmentOf({ labels, names }),
    destination,
    source,
    sync: { status: status?.sync?.status ?? 'Unknown', revision, comparedAt: status?.reconciledAt ?? null },
    health: healthOf(application),
    operation: operationOf(application),
    counts: countsOf(application),
    driftSince: facts.driftSince?.toISOString() ?? null,
    lastDeploy: lastDeployOf(application),
    autoSync: autoSyncOf(application),
    window: facts.window,
    labels,
    images,
    version: versionOf({ ...source, name: metadata.name, images, revision }),
    conditions: (status?.conditions ?? []).map(({ type, message, lastTransitionTime }) => ({
      type,
      message,
      since: lastTransitionTime ?? null,
    })),
    createdAt: metadata.creationTimestamp ?? null,
    deletingSince: metadata.deletionTimestamp ?? null,
    resourceVersion: metadata.resourceVersion ?? '',
  };
}

/** What the last comparison resolved, per source. */
export function revisionsOf(application: Application): string[] {
  const sync = application.status?.sync;
  if (sync?.revisions && sync.revisions.length > 0) return sync.revisions;
  return sync?.revision ? [sync.revision] : [];
}

/** The first source that renders something. */
function sourceOf({ spec }: Application): ApplicationRow['source'] {
  const sources = sourcesOf(spec);
  const source = sources.find((each) => each.path ?? each.chart) ?? sources[0];
  return {
    repoURL: source?.repoURL ?? '',
    path: source?.path ?? '',
    targetRevision: source?.targetRevision ?? '',
    chart: source?.chart ?? '',
  };
}

function healthOf({ status }: Application): ApplicationRow['health'] {
  const health: HealthStatus = status?.health?.status ?? 'Unknown';
  const worst = status?.resources?.find((each) => each.health?.status === health && each.health.message);
  return {
    status: health,
    message: health === 'Healthy' ? '' : (worst?.health?.message ?? ''),
    since: status?.health?.lastTransitionTime ?? null,
  };
}

function operationOf({ status, operation }: Application): ApplicationRow['operation'] {
  const state = status?.operationState;
  if (!state) return null;
  // Asked for and not begun: the old state is of an earlier operation.
  if (operation && state.finishedAt)
    return { phase: 'Running', message: 'waiting to start', startedAt: state.finishedAt, finishedAt: null };
  return {
    phase: state.phase,
    message: state.message ?? '',
    startedAt: state.startedAt,
    finishedAt: state.finishedAt ?? null,
  };
}

function countsOf({ status }: Application): ResourceCounts {
  const resources = (status?.resources ?? []).filter((each) => !each.hook);
  const count = (holds: (each: (typeof resources)[number]) => boolean | undefined) =>
    resources.reduce((sum, each) => sum + (holds(each) ? 1 : 0), 0);
  return {
    resources: resources.length,
    outOfSync: count((each) => each.status === 'OutOfSync' && !each.requiresPruning),
    toPrune: count((each) => each.requiresPruning),
    missing: count((each) => each.health?.status === 'Missing'),
    degraded: count((each) => each.health?.status === 'Degraded'),
    progressing: count((each) => each.health?.status === 'Progressing'),
  };
}

function lastDeployOf({ status }: Application): ApplicationRow['lastDeploy'] {
  const last = status?.history?.at(-1);
  if (!last) return null;
  const automated = last.initiatedBy?.automated ?? false;
  return {
    at: last.deployedAt,
    by: last.initiatedBy?.username ?? (automated ? 'automated sync' : ''),
    automated,
    revision: last.revision ?? last.revisions?.[0] ?? '',
  };
}

function autoSyncOf({ spec }: Application): ApplicationRow['autoSync'] {
  const automated = spec.syncPolicy?.automated;
  return {
    enabled: automated !== undefined && automated.enabled !== false,
    prune: automated?.prune ?? false,
    selfHeal: automated?.selfHeal ?? false,
  };
}
