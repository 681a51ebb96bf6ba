import { parseAsArrayOf, parseAsString, parseAsStringLiteral, type inferParserType } from 'nuqs';
import {
  GROUP_KEYS,
  SORT_KEYS,
  type ApplicationQueryInput,
} from '@/lib/contracts/application/application-query';

export const columnKeys = [
  'project',
  'env',
  'cluster',
  'namespace',
  'sync',
  'health',
  'drift',
  'version',
  'deployed',
  'window',
  'auto',
  'labels',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

export const defaultColumns: readonly ColumnKey[] = [
  'cluster',
  'sync',
  'health',
  'drift',
  'version',
  'deployed',
  'window',
];

export const groupChoices = [...GROUP_KEYS, 'none'] as const;
export type GroupChoice = (typeof groupChoices)[number];

/** Sort keys as the address writes them; the server knows them by the same names. */
export const sortChoices = [...SORT_KEYS, ...SORT_KEYS.map((key) => `-${key}` as const)] as const;
export type SortChoice = (typeof sortChoices)[number];

/** Worst health first: the server ranks problems low. */
export const problemsFirst = 'health' satisfies SortChoice;

/** What the address of /apps holds; defaults are left out of it. */
export const appsParsers = {
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(sortChoices).withDefault(problemsFirst),
  group: parseAsStringLiteral(groupChoices).withDefault('project'),
  cols: parseAsArrayOf(parseAsStringLiteral(columnKeys)).withDefault([...defaultColumns]),
};
export type AppsState = inferParserType<typeof appsParsers>;

export const pageSize = 100;

export function rowsRequest(
  state: Pick<AppsState, 'q' | 'sort' | 'group'>,
): Omit<ApplicationQueryInput, 'continue'> {
  return {
    q: state.q,
    sort: state.sort,
    limit: pageSize,
    ...(state.group === 'none' ? {} : { group: state.group }),
  };
}
