import type { ApplicationCondition, ConditionType } from '../application-status';

/** Conditions that the comparison looks at; what it does not find any more goes. */
export const COMPARISON_CONDITIONS = [
  'InvalidSpecError',
  'UnknownError',
  'ComparisonError',
  'SharedResourceWarning',
  'RepeatedResourceWarning',
  'ExcludedResourceWarning',
  'OrphanedResourceWarning',
] as const satisfies ConditionType[];

/**
 * The conditions after an evaluation: those of other types stay, those of `evaluated` types are exactly `found`. What
 * says the same as before keeps its time. Sorted by type and message.
 */
export function mergeConditions(
  before: readonly ApplicationCondition[],
  found: readonly ApplicationCondition[],
  evaluated: readonly ConditionType[],
  now: Date,
): ApplicationCondition[] {
  const time = now.toISOString().replace(/\.\d+Z$/, 'Z');
  const kept = before.filter((each) => !evaluated.includes(each.type));
  const fresh = found.map((condition) => {
    const same = before.find((each) => each.type === condition.type && each.message === condition.message);
    return { lastTransitionTime: time, ...condition, ...(same ? pickTime(same) : {}) };
  });
  return [...kept, ...fresh].sort((a, b) => compareText(`${a.type}/${a.message}`, `${b.type}/${b.message}`));
}

function pickTime({ lastTransitionTime }: ApplicationCondition): { lastTransitionTime?: string } {
  return lastTransitionTime === undefined ? {} : { lastTransitionTime };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
