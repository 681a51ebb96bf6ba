import { z } from 'zod';

/** `?projects=a&projects=b`, `?projects=a,b` or nothing. */
export const queryList = z
  .union([z.array(z.string()), z.string()])
  .default([])
  .transform((value) =>
    (Array.isArray(value) ? value : [value]).flatMap((each) => each.split(',')).filter(Boolean),
  );

/** `true`, `false`, `1`, `0`; absent is false. */
export const queryFlag = z
  .enum(['true', 'false', '1', '0', ''])
  .default('false')
  .transform((value) => value === 'true' || value === '1');

export const queryNumber = z.coerce.number().int().min(0);

/** Absent and empty are the same to Argo CD's clients. */
export const queryText = z.string().default('');

/** How Argo CD's calls name an Application beside its name. */
export const applicationQuery = z.object({ appNamespace: queryText, project: queryText });
export const nameParams = z.object({ name: z.string().min(1) });

/** How Argo CD's calls name a resource of an Application. */
export const resourceQuery = applicationQuery.extend({
  namespace: queryText,
  resourceName: z.string().min(1, 'is required'),
  version: queryText,
  group: queryText,
  kind: z.string().min(1, 'is required'),
});

/** Repeated parameters become lists. */
export function queryObject(search: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(search.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
