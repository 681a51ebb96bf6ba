import { z } from 'zod';
import { applicationDetailSchema } from '../application/application-detail';
import {
  applicationRefSchema,
  formatApplicationRef,
  type ApplicationRef,
} from '../application/application-ref';
import { applicationRowSchema } from '../application/application-row';
import { activityEntrySchema } from '../platform/activity';
import { engineStatusSchema } from '../platform/engine-status';
import { resourceNodeSchema } from '../resource/resource-tree';
import { operationProgressSchema } from '../sync/operation';

/** Heartbeats come at this pace; twice as long without a byte means that the data is stale. */
export const HEARTBEAT_MS = 15_000;
export const STALE_AFTER_MS = 30_000;

/**
 * What one can listen to at `/api/stream?topics=…` (comma-separated): `applications`, `activity`,
 * `application/<cluster>/<namespace>/<name>`, `operation/<id>`. `engine` events come to everyone.
 */
export type Topic = 'applications' | 'activity' | 'engine' | `application/${string}` | `operation/${string}`;

export function applicationTopic(ref: ApplicationRef): Topic {
  return `application/${formatApplicationRef(ref)}`;
}

/**
 * First event of every connection. `resumed`: what was missed follows, but `cold` topics were not watched in between and
 * are read anew. Not resumed: everything is read anew.
 */
const helloSchema = z.object({
  type: z.literal('hello'),
  resumed: z.boolean(),
  cold: z.array(z.string()),
  status: engineStatusSchema,
});

export const streamEventSchema = z.discriminatedUnion('type', [
  helloSchema,
  /** The reader fell too far behind: read everything anew. */
  z.object({ type: z.literal('reset') }),
  z.object({ type: z.literal('engine.status'), status: engineStatusSchema }),
  /** Topic `applications`. */
  z.object({
    type: z.literal('applications.changed'),
    rows: z.array(applicationRowSchema),
    removed: z.array(applicationRefSchema),
  }),
  /** Topic `application/…`. */
  z.object({
    type: z.literal('application.changed'),
    application: applicationRefSchema,
    detail: applicationDetailSchema,
  }),
  z.object({ type: z.literal('application.removed'), application: applicationRefSchema }),
  z.object({
    type: z.literal('tree.changed'),
    application: applicationRefSchema,
    upserted: z.array(resourceNodeSchema),
    /** Ids of nodes. */
    removed: z.array(z.string()),
  }),
  /** The comparison was made anew: diff and plan may differ from what was read. */
  z.object({ type: z.literal('diff.changed'), application: applicationRefSchema }),
  /** Topics `application/…` and `operation/<id>`. */
  z.object({
    type: z.literal('operation.progress'),
    application: applicationRefSchema,
    operationId: z.string(),
    progress: operationProgressSchema,
  }),
  /** Topic `activity`. */
  z.object({ type: z.literal('activity.appended'), entry: activityEntrySchema }),
]);
export type StreamEvent = z.infer<typeof streamEventSchema>;
