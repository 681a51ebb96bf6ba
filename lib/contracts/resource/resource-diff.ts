import { z } from 'zod';
import { SYNC_STATUSES } from '@/lib/domain/application/application-status';
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { timestampSchema } from '../time';
import { resourceKeySchema } from './resource-key';

const jsonObjectSchema = z.custom<JsonObject>(isJsonObject);
const jsonValueSchema = z.custom<JsonValue>();

/** drift: somebody changed it live since the last sync. pending: Git moved on and was not synced yet. */
export const CHANGE_LABELS = ['drift', 'pending'] as const;

export const fieldChangeSchema = z.object({
  /** Keys from the root; an item of a named list as `[name]`, of another list as `[0]`. */
  path: z.array(z.string()),
  /** Absent where that side has no such field. */
  live: jsonValueSchema.optional(),
  desired: jsonValueSchema.optional(),
  label: z.enum(CHANGE_LABELS),
  /** The field manager that wrote the live value last. */
  manager: z.string().nullable(),
  time: timestampSchema.nullable(),
});

/** One object of the comparison. `desired` is what the sync would leave, not the bare manifest. Values of Secrets are masked. */
export const resourceDiffSchema = z.object({
  key: resourceKeySchema,
  version: z.string(),
  sync: z.enum(SYNC_STATUSES).nullable(),
  change: z.enum(['none', 'create', 'update', 'prune']),
  hook: z.boolean(),
  /** Live object with its managedFields; null when it does not exist. */
  live: jsonObjectSchema.nullable(),
  /** null when it would be pruned. */
  desired: jsonObjectSchema.nullable(),
  changes: z.array(fieldChangeSchema),
  /** Checked by a dry run of the write that the sync would send. */
  confirmed: z.boolean(),
  /** Why a side cannot be shown (kind not permitted, dry run refused…); '' otherwise. */
  notice: z.string(),
});
export type ResourceDiff = z.infer<typeof resourceDiffSchema>;
export type FieldChange = z.infer<typeof fieldChangeSchema>;

export const applicationDiffSchema = z.object({
  revisions: z.array(z.string()),
  comparedAt: timestampSchema.nullable(),
  resources: z.array(resourceDiffSchema),
});
export type ApplicationDiff = z.infer<typeof applicationDiffSchema>;

/** Argo CD's managed resource: each state is a string of JSON, '' or 'null' where absent. */
export const managedResourceSchema = z.object({
  group: z.string(),
  kind: z.string(),
  namespace: z.string(),
  name: z.string(),
  targetState: z.string(),
  liveState: z.string(),
  normalizedLiveState: z.string(),
  predictedLiveState: z.string(),
  hook: z.boolean(),
  resourceVersion: z.string(),
  modified: z.boolean(),
});
export type ManagedResource = z.infer<typeof managedResourceSchema>;

/** Answer of Argo CD's manifests call: each manifest is a string of JSON. */
export const manifestsSchema = z.object({
  manifests: z.array(z.string()),
  namespace: z.string(),
  server: z.string(),
  revision: z.string(),
  sourceType: z.string(),
});
export type Manifests = z.infer<typeof manifestsSchema>;
