import { isDeepStrictEqual } from 'node:util';
import type { CaseResult } from './suite';

/** Compares as JSON: undefined fields do not count, order of keys neither. */
export function compareCase(id: string, expected: unknown, actual: unknown): CaseResult {
  const [want, got] = [asJson(expected), asJson(actual)];
  if (isDeepStrictEqual(want, got)) return { id, passed: true };
  return { id, passed: false, difference: `expected ${JSON.stringify(want)}, got ${JSON.stringify(got)}` };
}

/** Runs one case; a function that throws has failed it, and says why. */
export function tryCase(id: string, expected: unknown, answer: () => unknown): CaseResult {
  try {
    return compareCase(id, expected, answer());
  } catch (error) {
    return {
      id,
      passed: false,
      difference: `threw ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

function asJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
