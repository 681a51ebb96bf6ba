import { z } from 'zod';
import { applicationRowSchema } from './application-row';

/** What `q` understands as `key:value`; `-` in front negates, a comma separates alternatives. */
export const FILTER_KEYS = [
  'health',
  'sync',
  'env',
  'project',
  'cluster',
  'namespace',
  'name',
  'label',
  'operation',
  'window',
  'auto',
  'condition',
  'repo',
  'version',
  'image',
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** `changed<1h`, `drift>2d`: age of the last deploy and of the drift. */
export const AGE_KEYS = ['changed', 'drift'] as const;
export type AgeKey = (typeof AGE_KEYS)[number];

export const SORT_KEYS = [
  'name',
  'project',
  'env',
  'cluster',
  'health',
  'sync',
  'drift',
  'version',
  'deployed',
  'created',
] as const;
export const GROUP_KEYS = ['project', 'env', 'cluster', 'namespace', 'health', 'sync'] as const;
export type GroupKey = (typeof GROUP_KEYS)[number];
export type SortKey = (typeof SORT_KEYS)[number];

/** Query of `GET /api/v1/rows`. `sort` is a key, `-` in front for descending. */
export const applicationQuerySchema = z.object({
  q: z.string().max(1000).default(''),
  sort: z.templateLiteral([z.enum(['', '-']), z.enum(SORT_KEYS)]).default('name'),
  group: z.enum(GROUP_KEYS).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  continue: z.string().optional(),
});
export type ApplicationQuery = z.infer<typeof applicationQuerySchema>;
/** As the browser writes it: defaults may be left out. */
export type ApplicationQueryInput = Partial<ApplicationQuery>;

export const facetValueSchema = z.object({ value: z.string(), count: z.int() });
/** Counts per value, each facet counted as if its own filter were not set. */
export const facetsSchema = z.record(z.string(), z.array(facetValueSchema));
export type Facets = z.infer<typeof facetsSchema>;

/** The roll-up of a group row, over all its members, not only those of this page. */
export const groupSummarySchema = z.object({
  key: z.string(),
  total: z.int(),
  sync: z.record(z.string(), z.int()),
  health: z.record(z.string(), z.int()),
  closed: z.int(),
});
export type GroupSummary = z.infer<typeof groupSummarySchema>;

export const applicationPageSchema = z.object({
  items: z.array(applicationRowSchema),
  /** Matches of `q`, all pages. */
  total: z.int(),
  /** Applications there are without a filter. */
  all: z.int(),
  facets: facetsSchema,
  groups: z.array(groupSummarySchema),
  /** Parts of `q` that mean nothing, each with why. */
  notUnderstood: z.array(z.object({ token: z.string(), reason: z.string() })),
  continue: z.string().nullable(),
  /** Clusters whose data is not live now. */
  stale: z.array(z.string()),
});
export type ApplicationPage = z.infer<typeof applicationPageSchema>;
