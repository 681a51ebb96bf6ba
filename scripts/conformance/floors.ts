import { existsSync, readFileSync } from 'node:fs';

/** Cases that must pass, by suite. Raised with every gain, never lowered. */
type Floors = Record<string, number>;

export interface Tally {
  suite: string;
  passed: number;
  total: number;
}

export function readFloors(file: string): Floors {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Floors) : {};
}

/** One line per suite that ran and passed fewer cases than its floor. */
export function belowFloor(floors: Floors, tallies: readonly Tally[]): string[] {
  return tallies
    .filter((each) => each.passed < (floors[each.suite] ?? 0))
    .map((each) => `${each.suite}: ${each.passed} passed, the floor is ${floors[each.suite] ?? 0}`);
}
