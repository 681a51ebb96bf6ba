import { z } from 'zod';

/** Identity of an object in its cluster; `namespace` is '' for cluster-scoped ones. */
export const resourceKeySchema = z.object({
  group: z.string(),
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
});
