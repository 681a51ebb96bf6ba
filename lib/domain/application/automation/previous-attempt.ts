import { isEqualJson } from '../../manifest/merge-patch';
import type { JsonValue } from '../../resource/json';
import type { Application } from '../application';
import { hasMultipleSources } from '../application';
import type { OperationState } from '../application-status';

/** The last operation, if it was about these revisions and the sources as they are now. */
export function previousAttempt(app: Application, revisions: readonly string[]): OperationState | undefined {
  const state = app.status?.operationState;
  const result = state?.syncResult;
  if (!state || !result) return undefined;
  if (hasMultipleSources(app.spec)) {
    const sameRevisions = isEqual(result.revisions ?? [], [...revisions]);
    return sameRevisions && isEqual(result.sources, app.spec.sources) ? state : undefined;
  }
  const sameRevision = (result.revision ?? '') === (revisions[0] ?? '');
  return sameRevision && isEqual(result.source, app.spec.source) ? state : undefined;
}

function isEqual(a: unknown, b: unknown): boolean {
  return isEqualJson(clean(a), clean(b));
}

/** As the API server stores it: without fields that are not set. */
function clean(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value ?? null)) as JsonValue;
}
