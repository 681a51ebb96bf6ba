import { z } from 'zod';
import { revisionMetadataSchema } from '@/lib/contracts/resource/live-resource';
import { defineRoute } from '@/lib/server/http/define-route';
import { applicationQuery, nameParams, queryNumber } from '@/lib/server/http/request/query-schemas';
import { getRevisionMetadata } from '@/lib/server/services/resources/read-comparison';

export const GET = defineRoute({
  summary: 'Author, date and message of a revision',
  permission: { resource: 'applications', action: 'get' },
  params: nameParams.extend({ revision: z.string() }),
  query: applicationQuery.extend({ sourceIndex: queryNumber.default(0) }),
  response: revisionMetadataSchema,
  handler: (context) => getRevisionMetadata(context, { ...context.params, ...context.query }),
});
