import { applicationId, hasMultipleSources, type Application } from '@/lib/domain/application/application';
import type { ApplicationSource } from '@/lib/domain/application/application-spec';
import type {
  ApplicationCondition,
  ApplicationSyncStatus,
} from '@/lib/domain/application/application-status';
import { assessApplicationHealth } from '@/lib/domain/application/assess-application-health';
import { compileIgnoreRules } from '@/lib/domain/diff/ignore/ignore-rule';
import type { ResourceHealth } from '@/lib/domain/health/health-status';
import type { AppProject } from '@/lib/domain/project/app-project';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { resourceKeyOf } from '@/lib/domain/resource/resource-key';
import type { ArgoSettings } from '@/lib/domain/settings/argo-settings';
import { parseSyncOptions } from '@/lib/domain/sync/option/sync-options';
import { comparedPairs } from '@/lib/domain/application/compared-pairs';
import { instanceNameOf } from '@/lib/domain/tracking/application-names';
import type { ClusterConnection } from '../control/cluster-connections';
import type { JqEvaluator } from '../ports/jq-evaluator';
import { collectLive } from './collect-live';
import type { DryRunCache } from './compare-object';
import { comparePairs, type ComparedPairs } from './compare-pairs';
import type { Comparison } from './comparison';
import { findOrphaned } from './find-orphaned';
import type { DesiredResult } from './load-desired';
import { isLivePermitted } from './project-rules';
import { comparableOf } from './refresh-decision';
import { sharedResourceWarnings } from './shared-resources';

export interface CompareOptions {
  app: Application;
  sources: ApplicationSource[];
  /** Options of the Application, or of the operation that compares for its run. */
  syncOptions: readonly string[];
  project: AppProject;
  cluster: ClusterConnection;
  desired: DesiredResult;
  settings: ArgoSettings;
  controlPlaneNamespace: string;
  assessHealth: (object: KubernetesObject) => ResourceHealth | null;
  jq: JqEvaluator;
  dryRuns: DryRunCache;
  now: Date;
  signal: AbortSignal;
}

/** Compares an Application with Git and the cluster. What it finds wrong is a condition, not an exception. */
export async function compareApplication(options: CompareOptions): Promise<Comparison> {
  const { app, cluster, desired, settings, project } = options;
  const { name, namespace } = app.metadata;
  const instanceName = instanceNameOf({ name, namespace }, options.controlPlaneNamespace);
  const targets = desired.ok ? desired.desired.objects : [];
  const everything = await collectLive(cluster, instanceName, targets, settings, options.signal);
  const live = everything.filter((object) => isLivePermitted(project, resourceKeyOf(object), cluster));
  const compared = await comparePairs(comparedPairs(targets, live), pairOptions(options));
  const orphaned = findOrphaned(app, project, cluster, live);
  const conditions: ApplicationCondition[] = [
    ...(desired.ok
      ? desired.desired.conditions
      : [{ type: 'ComparisonError', message: desired.message } as const]),
    ...compared.errors.slice(0, 1).map((message) => ({ type: 'ComparisonError', message }) as const),
    ...sharedResourceWarnings(compared.objects, { instanceName, id: applicationId(app) }, settings),
    ...(orphaned.warning ? [{ type: 'OrphanedResourceWarning', message: orphaned.warning } as const] : []),
  ];
  const isBroken = !desired.ok || compared.errors.length > 0;
  return {
    comparedAt: options.now,
    cluster,
    revisions: desired.ok ? desired.desired.revisions : desired.revisions,
    sourceTypes: desired.ok ? desired.desired.sourceTypes : [],
    notices: desired.ok ? desired.desired.notices : [],
    sync: syncOf(options, compared, isBroken),
    ...healthOf(app, compared),
    targets,
    conditions,
    orphaned: orphaned.resources,
    isBroken,
  };
}

function pairOptions(options: CompareOptions) {
  const { app, cluster, settings, signal, jq } = options;
  return {
    project: options.project,
    tracking: settings,
    assessHealth: options.assessHealth,
    destinationNamespace: app.spec.destination.namespace ?? '',
    isUnknown: !options.desired.ok,
    context: {
      cluster,
      jq,
      signal,
      cache: options.dryRuns,
      options: parseSyncOptions(options.syncOptions),
      settings: {
        ignoreRules: compileIgnoreRules(app.spec.ignoreDifferences ?? [], settings.ignoreDifferences),
        ignoreStatus: settings.compareOptions.ignoreResourceStatusField,
        ignoreAggregatedRoles: settings.compareOptions.ignoreAggregatedRoles,
        knownTypeFields: settings.knownTypeFields,
      },
    },
  };
}

function syncOf(
  { app, sources, desired }: CompareOptions,
  compared: ComparedPairs,
  isBroken: boolean,
): ApplicationSyncStatus {
  const revisions = desired.ok ? desired.desired.revisions : desired.revisions;
  const isMulti = hasMultipleSources(app.spec);
  const compare = comparableOf({
    ...app.spec,
    ...(isMulti ? { sources } : sources[0] ? { source: sources[0] } : {}),
  });
  return {
    status: isBroken ? 'Unknown' : compared.isOutOfSync ? 'OutOfSync' : 'Synced',
    comparedTo: compare as unknown as NonNullable<ApplicationSyncStatus['comparedTo']>,
    ...(isMulti ? { revisions } : { revision: revisions[0] ?? '' }),
  };
}

function healthOf(app: Application, { objects }: ComparedPairs): Pick<Comparison, 'health' | 'objects'> {
  const { name, namespace, uid } = app.metadata;
  const health = assessApplicationHealth(
    { name, namespace, ...(uid ? { uid } : {}) },
    objects.map(({ target, live, health: own }) => ({ target, live, liveHealth: own ?? null })),
  );
  return {
    health: { status: health.status, causes: health.causes },
    objects: objects.map((object, index) => ({ ...object, health: health.resources[index] })),
  };
}
