import type { Application } from '@/lib/domain/application/application';
import { applicationId } from '@/lib/domain/application/application';
import { evaluateWindows } from '@/lib/domain/window/decision/evaluate-windows';
import { occurrencesBetween } from '@/lib/domain/window/schedule/occurrences';
import { parseWindow } from '@/lib/domain/window/schedule/parse-window';
import type { AppProject, SyncWindow } from '@/lib/domain/project/app-project';
import type { WindowRule, WindowVerdict } from '@/lib/contracts/sync/window';
import type { Engine } from '@/lib/engine/engine';
import { windowSubject } from '@/lib/engine/operation/create-window-gate';
import { resolveDestination } from '@/lib/engine/reconcile/destination';
import { effectiveProject } from '@/lib/engine/reconcile/project-rules';
import type { ApplicationFacts } from '../engine-port';

export function factsOf(app: Application, engine: Engine): ApplicationFacts {
  const memory = engine.applications.memory(applicationId(app));
  const destination = resolveDestination(app.spec.destination, engine.clusters);
  const { name = '', server = '' } = app.spec.destination;
  return {
    application: app,
    destinationCluster: destination.ok ? destination.cluster.name : name || server,
    destinationServer: destination.ok ? destination.cluster.server : server,
    driftSince: memory.driftSince ?? null,
    window: windowVerdictOf(app, engine),
    autoSyncBlockedBy: memory.autoSyncBlockedBy ?? null,
  };
}

export function windowVerdictOf(app: Application, engine: Engine): WindowVerdict {
  const windows = effectiveProject(app.spec.project, engine.control)?.spec.syncWindows ?? [];
  if (windows.length === 0) return { open: true, manualOpen: true, reason: '', until: null };
  const now = engine.context.clock.now();
  const subject = windowSubject(app);
  const automatic = evaluateWindows(windows, subject, now, { manual: false });
  const manual = evaluateWindows(windows, subject, now, { manual: true });
  const until = automatic.allowed ? automatic.nextClose : automatic.nextOpen;
  return {
    open: automatic.allowed,
    manualOpen: manual.allowed,
    reason: automatic.reason,
    until: until?.toISOString() ?? null,
  };
}

/** Rules of one project with their occurrences; `indexes` limits them to those. */
export function windowRulesOf(
  project: AppProject,
  span: { from: Date; until: Date; now: Date },
  indexes?: readonly number[],
): WindowRule[] {
  const windows = project.spec.syncWindows ?? [];
  return windows.flatMap((window, index) =>
    indexes && !indexes.includes(index) ? [] : [windowRule(project.metadata.name, window, span)],
  );
}

function windowRule(
  project: string,
  window: SyncWindow,
  { from, until, now }: { from: Date; until: Date; now: Date },
): WindowRule {
  const parsed = parseWindow(window);
  const occurrences = parsed.ok ? occurrencesBetween(parsed.spans, from, until) : [];
  const active = occurrences.find((each) => each.from < now && now < each.until);
  const next = occurrences.find((each) => each.from >= now);
  return {
    project,
    kind: window.kind ?? 'allow',
    schedule: window.schedule ?? '',
    duration: window.duration ?? '',
    timeZone: window.timeZone ?? 'UTC',
    description: window.description ?? '',
    manualSync: window.manualSync === true,
    syncOverrun: window.syncOverrun === true,
    applications: window.applications ?? [],
    namespaces: window.namespaces ?? [],
    clusters: window.clusters ?? [],
    active: active !== undefined,
    error: parsed.ok ? null : parsed.message,
    nextOpen: next?.from.toISOString() ?? null,
    nextClose: active?.until.toISOString() ?? null,
    occurrences: occurrences.map((each) => ({
      from: each.from.toISOString(),
      until: each.until.toISOString(),
    })),
  };
}
