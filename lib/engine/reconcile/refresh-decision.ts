import type { Application } from '@/lib/domain/application/application';
import type { ApplicationSpec } from '@/lib/domain/application/application-spec';
import { isEqualJson } from '@/lib/domain/manifest/merge-patch';
import type { JsonObject } from '@/lib/domain/resource/json';

export const REFRESH_ANNOTATION = 'argocd.argoproj.io/refresh';

/**
 * How much a reconciliation takes anew, in order: `recent` compares the known revision with the live state,
 * `latest` asks Git for the revision again, `hard` also renders again what is cached.
 */
export const REFRESH_LEVELS = ['recent', 'latest', 'hard'] as const;
export type RefreshLevel = (typeof REFRESH_LEVELS)[number];

export interface RefreshRequest {
  level: RefreshLevel;
  reason: string;
}

export function higherLevel(a: RefreshLevel | undefined, b: RefreshLevel): RefreshLevel {
  if (a === undefined) return b;
  return REFRESH_LEVELS.indexOf(a) >= REFRESH_LEVELS.indexOf(b) ? a : b;
}

/** Why an Application has to be compared now, from what it says itself; undefined: it does not. */
export function refreshNeeded(app: Application, now: Date, pollAfterMs: number): RefreshRequest | undefined {
  const asked = app.metadata.annotations?.[REFRESH_ANNOTATION];
  if (asked !== undefined)
    return { level: asked === 'hard' ? 'hard' : 'latest', reason: 'refresh requested' };
  const { status } = app;
  if (!status?.reconciledAt && !hasInvalidSpec(app)) return { level: 'latest', reason: 'never compared' };
  if (!isComparedToSpec(app)) return { level: 'latest', reason: 'spec changed' };
  const age = now.getTime() - Date.parse(status?.reconciledAt ?? '');
  // A clock that went back makes the age negative: compare rather than wait for time to catch up.
  if (pollAfterMs > 0 && (age > pollAfterMs || age < -60_000))
    return { level: 'latest', reason: 'comparison expired' };
  return undefined;
}

/** Whether the last comparison was made for what the spec says now. */
export function isComparedToSpec(app: Application): boolean {
  const compared = app.status?.sync?.comparedTo;
  if (!compared) return false;
  return isEqualJson(comparableOf(app.spec), compared as unknown as JsonObject);
}

/** What `status.sync.comparedTo` records of a spec. */
export function comparableOf(spec: ApplicationSpec): JsonObject {
  const { source, sources, destination, ignoreDifferences } = spec;
  const isMulti = sources !== undefined && sources.length > 0;
  return JSON.parse(
    JSON.stringify({
      ...(isMulti ? { sources } : { source: source ?? { repoURL: '' } }),
      destination,
      ...(ignoreDifferences && ignoreDifferences.length > 0 ? { ignoreDifferences } : {}),
    }),
  ) as JsonObject;
}

function hasInvalidSpec(app: Application): boolean {
  return app.status?.conditions?.some((each) => each.type === 'InvalidSpecError') ?? false;
}
