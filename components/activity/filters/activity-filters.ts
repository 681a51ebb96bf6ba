import type { inferParserType } from 'nuqs';
import { parseAsString, parseAsStringLiteral } from 'nuqs';
import type { ActivityQueryInput } from '@/lib/contracts/platform/activity';

export const sinceChoices = ['day', 'week', 'month', 'ever'] as const;
export const resultChoices = ['allowed', 'denied', 'failed'] as const;

/** What the address of the page holds; defaults are left out of it. */
export const activityParsers = {
  actor: parseAsString.withDefault(''),
  action: parseAsString.withDefault(''),
  object: parseAsString.withDefault(''),
  project: parseAsString.withDefault(''),
  result: parseAsStringLiteral(resultChoices),
  since: parseAsStringLiteral(sinceChoices).withDefault('ever'),
};
export type ActivityFilters = inferParserType<typeof activityParsers>;

const dayMs = 86_400_000;
const spans = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs } as const;

/** The request for these filters at `now` (ms). The start is cut to the hour, so that the same page is the same request. */
export function activityRequest(
  filters: ActivityFilters,
  now: number,
): Omit<ActivityQueryInput, 'continue' | 'limit'> {
  const start =
    filters.since === 'ever' ? undefined : Math.floor((now - spans[filters.since]) / 3_600_000) * 3_600_000;
  return {
    ...(filters.actor === '' ? {} : { actor: filters.actor }),
    ...(filters.action === '' ? {} : { action: filters.action }),
    ...(filters.object === '' ? {} : { object: filters.object }),
    ...(filters.project === '' ? {} : { project: filters.project }),
    ...(filters.result === null ? {} : { result: filters.result }),
    ...(start === undefined ? {} : { since: new Date(start).toISOString() }),
  };
}

export function isFiltered(filters: ActivityFilters): boolean {
  return Object.keys(activityRequest(filters, 0)).length > 0;
}
