import { z } from 'zod';
import { resourceManifestSchema } from '@/lib/contracts/resource/live-resource';
import { defineRoute } from '@/lib/server/http/define-route';
import { nameParams, queryFlag, resourceQuery } from '@/lib/server/http/request/query-schemas';
import { deleteResource } from '@/lib/server/services/resources/delete-resource';
import { getResource } from '@/lib/server/services/resources/get-resource';
import { patchResource } from '@/lib/server/services/resources/patch-resource';
import { resourceInput } from '@/lib/server/services/resources/resource-target';

const PATCH_TYPES = {
  'application/json-patch+json': 'json',
  'application/merge-patch+json': 'merge',
  'application/strategic-merge-patch+json': 'strategic',
} as const;
const mediaTypes = z.enum([
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/strategic-merge-patch+json',
]);

export const GET = defineRoute({
  summary: 'A live resource of an Application, masked',
  permission: { resource: 'applications', action: 'get' },
  params: nameParams,
  query: resourceQuery,
  response: resourceManifestSchema,
  handler: ({ params, query, ...context }) => getResource(context, resourceInput(params, query)),
});

/** The body is a string of JSON that holds the patch, as in Argo CD. */
export const POST = defineRoute({
  summary: 'Patch a live resource of an Application',
  permission: { resource: 'applications', action: 'update' },
  params: nameParams,
  query: resourceQuery.extend({ patchType: mediaTypes.default('application/merge-patch+json') }),
  body: z.string(),
  response: resourceManifestSchema,
  handler: ({ params, query, body, ...context }) =>
    patchResource(context, {
      ...resourceInput(params, query),
      patch: body,
      patchType: PATCH_TYPES[query.patchType],
    }),
});

export const DELETE = defineRoute({
  summary: 'Delete a live resource of an Application',
  permission: { resource: 'applications', action: 'delete' },
  params: nameParams,
  query: resourceQuery.extend({ force: queryFlag, orphan: queryFlag }),
  handler: ({ params, query, ...context }) =>
    deleteResource(context, { ...resourceInput(params, query), force: query.force, orphan: query.orphan }),
});
