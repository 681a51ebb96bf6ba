import { hasMultipleSources, type Application } from '@/lib/domain/application/application';
import type {
  ApplicationCondition,
  ApplicationStatus,
  ResourceStatus,
} from '@/lib/domain/application/application-status';
import { COMPARISON_CONDITIONS, mergeConditions } from '@/lib/domain/application/conditions/merge-conditions';
import { imagesOf, liveFactsOf } from '@/lib/domain/live/live-facts';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { ComparedObject, Comparison } from './comparison';

/** `2026-11-24T12:00:00Z`: times in the custom resource have whole seconds. */
export function apiTime(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The Application's status after a comparison. What a comparison does not decide (operation, history) stays as it is. */
export function statusAfterComparison(
  app: Application,
  comparison: Comparison,
  controllerNamespace: string,
): JsonObject {
  const before = app.status ?? {};
  const now = comparison.comparedAt;
  const health = comparison.health.status;
  const since = before.health?.status === health ? before.health.lastTransitionTime : apiTime(now);
  const status: ApplicationStatus = {
    ...before,
    sync: comparison.sync,
    health: { status: health, ...causeOf(comparison), ...(since ? { lastTransitionTime: since } : {}) },
    resources: comparison.objects.map(resourceStatusOf).sort(compareResources),
    conditions: mergeConditions(before.conditions ?? [], comparison.conditions, COMPARISON_CONDITIONS, now),
    reconciledAt: apiTime(now),
    ...sourceTypesOf(app, comparison),
    summary: summaryOf(comparison),
    controllerNamespace,
  };
  return JSON.parse(JSON.stringify(withoutEmptyLists(status))) as JsonObject;
}

/** Which resource brought the health about, in Argo CD's words: `Caused by apps/Deployment:shop/web`. */
function causeOf({ health }: Comparison): { message?: string } {
  const [cause] = health.causes;
  if (!cause || health.status === 'Healthy') return {};
  const kind = cause.group ? `${cause.group}/${cause.kind}` : cause.kind;
  return { message: `Caused by ${kind}:${cause.namespace}/${cause.name}` };
}

/** The status of an Application whose spec cannot be used: nothing is known, and nothing was compared. */
export function statusOfInvalidSpec(app: Application, messages: string[], now: Date): JsonObject {
  const found: ApplicationCondition[] = messages.map((message) => ({ type: 'InvalidSpecError', message }));
  const before = app.status ?? {};
  const since = before.health?.status === 'Unknown' ? before.health.lastTransitionTime : apiTime(now);
  const kept: ApplicationStatus = { ...before };
  for (const field of ['resources', 'summary', 'sourceType', 'sourceTypes', 'reconciledAt'] as const)
    Reflect.deleteProperty(kept, field);
  const status: ApplicationStatus = {
    ...kept,
    sync: { status: 'Unknown', ...(before.sync?.comparedTo ? { comparedTo: before.sync.comparedTo } : {}) },
    health: { status: 'Unknown', ...(since ? { lastTransitionTime: since } : {}) },
    conditions: mergeConditions(before.conditions ?? [], found, COMPARISON_CONDITIONS, now),
  };
  return JSON.parse(JSON.stringify(status)) as JsonObject;
}

function resourceStatusOf({ status, health }: ComparedObject): ResourceStatus {
  return { ...status, ...(health ? { health } : {}) };
}

function sourceTypesOf(
  app: Application,
  { sourceTypes }: Comparison,
): Pick<ApplicationStatus, 'sourceType' | 'sourceTypes'> {
  if (sourceTypes.length === 0) return {};
  return hasMultipleSources(app.spec) ? { sourceTypes } : { sourceType: sourceTypes[0] ?? '' };
}

function summaryOf({ objects }: Comparison): NonNullable<ApplicationStatus['summary']> {
  const live = objects.flatMap((each) => each.live ?? []);
  const images = [...new Set(live.flatMap(imagesOf))].sort();
  const externalURLs = [...new Set(live.flatMap((object) => liveFactsOf(object).externalUrls))].sort();
  return { ...(images.length > 0 ? { images } : {}), ...(externalURLs.length > 0 ? { externalURLs } : {}) };
}

/** Argo CD leaves empty lists out. */
function withoutEmptyLists(status: ApplicationStatus): ApplicationStatus {
  const { resources, conditions, ...rest } = status;
  return {
    ...rest,
    ...(resources && resources.length > 0 ? { resources } : {}),
    ...(conditions && conditions.length > 0 ? { conditions } : {}),
  };
}

/** By group, kind, namespace and name, so that an unchanged Application has an unchanged status. */
function compareResources(a: ResourceStatus, b: ResourceStatus): number {
  const text = (each: ResourceStatus) =>
    [each.group ?? '', each.kind, each.namespace ?? '', each.name].join('/');
  return text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0;
}
