import { z } from 'zod';

/** RFC 3339, as Kubernetes and `Date.toISOString` write it. */
export const timestampSchema = z.iso.datetime({ offset: true });
