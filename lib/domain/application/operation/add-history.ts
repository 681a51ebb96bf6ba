import type { RevisionHistory } from '../application-status';

const DEFAULT_HISTORY_LIMIT = 10;

/**
 * The Application's history with one more deployment, which gets the next id; the oldest go beyond `limit`
 * (`spec.revisionHistoryLimit`). A limit of 0 keeps none.
 */
export function addHistory(
  history: readonly RevisionHistory[],
  entry: Omit<RevisionHistory, 'id'>,
  limit: number = DEFAULT_HISTORY_LIMIT,
): RevisionHistory[] {
  const id = (history.at(-1)?.id ?? -1) + 1;
  const kept = [...history, { id, ...entry }];
  return limit > 0 ? kept.slice(-limit) : [];
}
