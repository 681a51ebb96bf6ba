import { z } from 'zod';
import { timestampSchema } from '../time';
import { resourceKeySchema } from './resource-key';

/** `GET /applications/{name}/resource`: the live object as a string of JSON, masked. */
export const resourceManifestSchema = z.object({ manifest: z.string() });
export type ResourceManifest = z.infer<typeof resourceManifestSchema>;

/** One Kubernetes event about an object, with repeats counted. */
export const resourceEventSchema = z.object({
  uid: z.string(),
  object: resourceKeySchema,
  type: z.string(),
  reason: z.string(),
  message: z.string(),
  count: z.int(),
  source: z.string(),
  firstSeen: timestampSchema.nullable(),
  lastSeen: timestampSchema.nullable(),
});
export type ResourceEvent = z.infer<typeof resourceEventSchema>;

/** One line of a log in Argo CD's shape; the last entry of a finished stream has `last`. */
export const logLineSchema = z.object({
  content: z.string(),
  timeStamp: timestampSchema.nullable(),
  timeStampStr: z.string(),
  podName: z.string(),
  last: z.boolean(),
});
export type LogLine = z.infer<typeof logLineSchema>;

export const resourceActionSchema = z.object({
  name: z.string(),
  displayName: z.string(),
  disabled: z.boolean(),
  params: z.array(z.object({ name: z.string() })).optional(),
});
export type ResourceAction = z.infer<typeof resourceActionSchema>;

/** Argo CD's revision metadata: who wrote the commit and what it says. */
export const revisionMetadataSchema = z.object({
  author: z.string(),
  date: timestampSchema,
  message: z.string(),
  tags: z.array(z.string()),
});
export type RevisionMetadata = z.infer<typeof revisionMetadataSchema>;
