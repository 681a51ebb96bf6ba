import type {
  ApplicationDetail,
  ApplicationSourceView,
} from '@/lib/contracts/application/application-detail';
import type { OperationView } from '@/lib/contracts/sync/operation';
import { sourcesOf, type Application } from '@/lib/domain/application/application';
import { isWorseHealth, type HealthStatus } from '@/lib/domain/health/health-status';
import type { ApplicationFacts, EngineView } from '../../engine-port';
import { revisionsOf, toApplicationRow } from './application-row';
import { operationOfStatus } from '../operation/operation-view';

const MOST_PROBLEMS = 5;
const WINDOW_SPAN_MS = 7 * 864e5;
const TRACKING_ANNOTATION = 'argocd.argoproj.io/tracking-id';

/** Head of an application page. `recorded` is the ledger's newest operation, which knows more than the custom resource. */
export function toApplicationDetail(
  engine: EngineView,
  facts: ApplicationFacts,
  now: Date,
  recorded: OperationView | null,
): ApplicationDetail {
  const { application } = facts;
  const { cluster } = engine.controlPlane;
  const { metadata, spec, status } = application;
  const row = toApplicationRow(facts, cluster);
  const { resources, outOfSync, toPrune, missing } = row.counts;
  const fromStatus = operationOfStatus(application, cluster);
  const isSameOperation =
    recorded !== null && recorded.startedAt.slice(0, 19) === fromStatus?.startedAt.slice(0, 19);
  return {
    row,
    sources: sourceViews(application),
    syncOptions: spec.syncPolicy?.syncOptions ?? [],
    verdict: { resources, differ: outOfSync + toPrune, toPrune, missing, problems: problemsOf(application) },
    operation: fromStatus && {
      ...fromStatus,
      ...(isSameOperation ? { id: recorded.id, planDigest: recorded.planDigest } : {}),
    },
    history: historyOf(application),
    windows: engine.windowRules(metadata, now, new Date(now.getTime() + WINDOW_SPAN_MS)),
    parent: parentOf(application, cluster),
    externalUrls: status?.summary?.externalURLs ?? [],
    reconciledAt: status?.reconciledAt ?? null,
    autoSyncBlockedBy: facts.autoSyncBlockedBy,
  };
}

function sourceViews(application: Application): ApplicationSourceView[] {
  const { status } = application;
  const revisions = revisionsOf(application);
  const types = status?.sourceTypes ?? (status?.sourceType ? [status.sourceType] : []);
  return sourcesOf(application.spec).map((source, index) => ({
    repoURL: source.repoURL,
    path: source.path ?? '',
    targetRevision: source.targetRevision ?? '',
    chart: source.chart ?? '',
    ref: source.ref ?? '',
    type: types[index] ?? '',
    revision: revisions[index] ?? '',
    valueFiles: source.helm?.valueFiles ?? [],
  }));
}

/** Worst first; Missing and Progressing count, Healthy and Suspended do not. */
function problemsOf({ status }: Application): ApplicationDetail['verdict']['problems'] {
  const isCalm = (health: HealthStatus) => health === 'Healthy' || health === 'Suspended';
  return (status?.resources ?? [])
    .flatMap((resource) =>
      resource.health && !isCalm(resource.health.status) ? [{ ...resource, health: resource.health }] : [],
    )
    .sort(
      (a, b) =>
        Number(isWorseHealth(b.health.status, a.health.status)) -
        Number(isWorseHealth(a.health.status, b.health.status)),
    )
    .slice(0, MOST_PROBLEMS)
    .map(({ group, kind, namespace, name, health }) => ({
      group: group ?? '',
      kind,
      namespace: namespace ?? '',
      name,
      health: health.status,
      message: health.message ?? '',
    }));
}

function historyOf({ status }: Application): ApplicationDetail['history'] {
  return (status?.history ?? []).toReversed().map((entry) => ({
    id: entry.id,
    revisions: entry.revisions ?? (entry.revision ? [entry.revision] : []),
    deployedAt: entry.deployedAt,
    by: entry.initiatedBy?.username ?? (entry.initiatedBy?.automated ? 'automated sync' : ''),
    automated: entry.initiatedBy?.automated ?? false,
  }));
}

/** Its ApplicationSet by owner reference, else the Application whose tracking id it carries. */
function parentOf({ metadata }: Application, cluster: string): ApplicationDetail['parent'] {
  const set = metadata.ownerReferences?.find((owner) => owner.kind === 'ApplicationSet');
  if (set) return { kind: 'ApplicationSet', ref: { cluster, namespace: metadata.namespace, name: set.name } };
  const [owner = '', kind = '', self] = (metadata.annotations?.[TRACKING_ANNOTATION] ?? '').split(':', 3);
  const isOwn = kind === 'argoproj.io/Application' && self === `${metadata.namespace}/${metadata.name}`;
  if (!owner || !isOwn) return null;
  const [namespace, name] = owner.includes('_') ? owner.split('_', 2) : [metadata.namespace, owner];
  return { kind: 'Application', ref: { cluster, namespace: namespace ?? '', name: name ?? '' } };
}
