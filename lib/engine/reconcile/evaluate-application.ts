import { sourcesOf, type Application } from '@/lib/domain/application/application';
import type { ApplicationSource } from '@/lib/domain/application/application-spec';
import type { AppProject } from '@/lib/domain/project/app-project';
import type { ClusterConnection } from '../control/cluster-connections';
import type { EngineContext } from '../engine-context';
import { compareApplication } from './compare-application';
import type { Comparison } from './comparison';
import { resolveDestination } from './destination';
import { loadDesired } from './load-desired';
import { effectiveProject, projectViolations } from './project-rules';

export type Evaluation =
  | { type: 'compared'; comparison: Comparison; project: AppProject; cluster: ClusterConnection }
  | { type: 'invalid-spec'; messages: string[] };

export interface EvaluateOptions {
  /** Sources and revisions of an operation; absent: those of the spec, resolved now. */
  sources?: ApplicationSource[];
  revisions?: string[];
  syncOptions?: readonly string[];
  refresh: boolean;
}

export type UsableSpec =
  { ok: true; project: AppProject; cluster: ClusterConnection } | { ok: false; messages: string[] };

/** Project and destination of an Application, or everything that is wrong with its spec (in Argo CD's words). */
export function checkSpec(
  app: Application,
  { control, clusters }: Pick<EngineContext, 'control' | 'clusters'>,
): UsableSpec {
  const project = effectiveProject(app.spec.project, control);
  if (!project)
    return {
      ok: false,
      messages: [`Application referencing project ${app.spec.project || 'default'} which does not exist`],
    };
  const sources = sourcesOf(app.spec);
  const isIncomplete =
    sources.length === 0 ||
    sources.some((source) => !source.repoURL || (!source.path && !source.chart && !source.ref));
  if (isIncomplete)
    return {
      ok: false,
      messages: ['spec.source.repoURL and either spec.source.path or spec.source.chart are required'],
    };
  const destination = resolveDestination(app.spec.destination, clusters);
  if (!destination.ok) return { ok: false, messages: [destination.message] };
  const violations = projectViolations(app, project, destination.cluster, control.namespace);
  return violations.length > 0
    ? { ok: false, messages: violations }
    : { ok: true, project, cluster: destination.cluster };
}

/** Compares an Application as its spec is, or as an operation asks. */
export async function evaluateApplication(
  app: Application,
  options: EvaluateOptions,
  context: EngineContext,
): Promise<Evaluation> {
  const usable = checkSpec(app, context);
  if (!usable.ok) return { type: 'invalid-spec', messages: usable.messages };
  const { project, cluster } = usable;
  await cluster.ready;
  const sources = options.sources ?? sourcesOf(app.spec);
  const { control, renderer, signal, jq, assessHealth, dryRuns, clock } = context;
  const shared = {
    app,
    sources,
    cluster,
    settings: control.settings,
    controlPlaneNamespace: control.namespace,
    signal,
  };
  const desired = await loadDesired({
    ...shared,
    revisions: options.revisions,
    refresh: options.refresh,
    renderer,
  });
  const syncOptions = options.syncOptions ?? app.spec.syncPolicy?.syncOptions ?? [];
  const comparison = await compareApplication({
    ...shared,
    syncOptions,
    project,
    desired,
    assessHealth,
    jq,
    dryRuns,
    now: clock.now(),
  });
  return { type: 'compared', comparison, project, cluster };
}
