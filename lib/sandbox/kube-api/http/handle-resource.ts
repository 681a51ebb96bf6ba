import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import { applyObject } from '../operations/apply-object';
import { createObject } from '../operations/create-object';
import { deleteObject } from '../operations/delete-object';
import type { PatchType } from '../operations/patch-document';
import { patchDocument } from '../operations/patch-document';
import { patchObject } from '../operations/patch-object';
import { listObjects, toVersion } from '../operations/read-objects';
import { scaleOf, writeScale } from '../operations/scale-object';
import { requireLive, updateObject } from '../operations/update-object';
import { DEDUCED_SCHEMA } from '@/lib/domain/structured-merge/schema/type-schema';
import { apiErrors } from '../status/api-error';
import type { StoredObject } from '../store/stored-object';
import { handleList, listDocument, selectionOf } from './handle-list';
import { handleLog } from './handle-log';
import { handleWatch } from './handle-watch';
import { answerReview } from './answer-review';
import type { RequestContext } from './requests/request-context';
import { readBody, readObject } from './requests/read-body';
import { readDeleteRequest, readWriteOptions } from './requests/read-options';
import { sendJson } from './requests/send-answer';
import { partialMetadata, renderTable } from './tables/render-table';

const PATCH_TYPES: Record<string, PatchType | 'apply'> = {
  'application/json-patch+json': 'json',
  'application/merge-patch+json': 'merge',
  'application/strategic-merge-patch+json': 'strategic',
  'application/apply-patch+yaml': 'apply',
};

/** Every request below `/api/…` and `/apis/…` that names a resource. */
export async function handleResource(context: RequestContext): Promise<void> {
  const { kind, name, subresource, query, request, response } = context;
  const advice = DEPRECATED[kind.bucket];
  if (advice) response.setHeader('warning', `299 - ${JSON.stringify(advice)}`);
  if (subresource !== '' && !servedSubresources(context).includes(subresource)) throw apiErrors.noSuchPath();
  if (subresource === 'log') {
    handleLog(context);
    return;
  }
  const isWatch = ['true', '1', ''].includes(query.get('watch') ?? 'false');
  switch (request.method) {
    case 'GET':
      if (!kind.verbs.includes('get')) throw apiErrors.methodNotAllowed();
      if (isWatch) handleWatch(context);
      else if (name === '') handleList(context);
      else sendObject(context, 200, requireLive(context.api, kind, context));
      return;
    case 'POST':
      if (name !== '') throw apiErrors.methodNotAllowed();
      await handleCreate(context);
      return;
    case 'PUT':
      await handleReplace(context);
      return;
    case 'PATCH':
      await handlePatch(context);
      return;
    case 'DELETE':
      await handleDelete(context);
      return;
    default:
      throw apiErrors.methodNotAllowed();
  }
}

/** Kinds that the API server advises against. */
const DEPRECATED: Record<string, string | undefined> = {
  endpoints: 'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
};

function servedSubresources({ kind }: RequestContext): string[] {
  return [
    ...(kind.hasStatus ? ['status'] : []),
    ...(kind.scale ? ['scale'] : []),
    ...kind.otherSubresources.map((each) => each.name),
  ];
}

async function handleCreate(context: RequestContext): Promise<void> {
  const { api, kind, namespace, query, request, response } = context;
  const document = await readObject(request);
  if (!kind.verbs.includes('get')) {
    sendJson(response, 201, answerReview(kind, document));
    return;
  }
  const options = readWriteOptions(request, query, '');
  if (kind.namespaced && namespace === '') throw apiErrors.methodNotAllowed();
  const created = createObject(api, kind, namespace, document, options);
  sendObject(context, 201, created, options.warnings);
}

async function handleReplace(context: RequestContext): Promise<void> {
  const { api, kind, query, request, subresource, name } = context;
  if (name === '') throw apiErrors.methodNotAllowed();
  const document = await readObject(request);
  const options = readWriteOptions(request, query, subresource);
  const written =
    subresource === 'scale'
      ? writeScale(api, kind, context, document, options)
      : updateObject(api, kind, context, document, options);
  sendObject(context, 200, written, options.warnings);
}

async function handlePatch(context: RequestContext): Promise<void> {
  const { api, kind, query, request, subresource, name } = context;
  if (name === '') throw apiErrors.methodNotAllowed();
  const contentType = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  const type = PATCH_TYPES[contentType];
  if (!type) throw apiErrors.unsupportedMediaType(Object.keys(PATCH_TYPES));
  const body = (await readBody(request)) ?? {};
  const options = readWriteOptions(request, query, subresource);
  if (type === 'apply') {
    const manager = query.get('fieldManager') ?? '';
    if (manager === '') throw missingManager();
    const document = isJsonObject(body) ? body : {};
    const force = ['true', '1'].includes(query.get('force') ?? '');
    const { object, isCreated } = applyObject(api, kind, context, document, { ...options, force });
    sendObject(context, isCreated ? 201 : 200, object, options.warnings);
  } else if (subresource === 'scale') {
    const scale = scaleOf(kind, requireLive(api, kind, context));
    const patched = patchDocument(scale, type, body, DEDUCED_SCHEMA);
    sendObject(context, 200, writeScale(api, kind, context, patched, options), options.warnings);
  } else {
    const written = patchObject(api, kind, context, { type, body }, options);
    sendObject(context, 200, written, options.warnings);
  }
}

async function handleDelete(context: RequestContext): Promise<void> {
  const { api, kind, namespace, name, query, request, response } = context;
  const options = readDeleteRequest(await readBody(request), query, kind);
  if (name === '') {
    if (!kind.verbs.includes('deletecollection')) throw apiErrors.methodNotAllowed();
    const deleted = listObjects(api, kind, selectionOf({ ...context, namespace }));
    for (const { metadata } of deleted)
      deleteObject(api, kind, { namespace: metadata.namespace ?? '', name: metadata.name ?? '' }, options);
    sendJson(
      response,
      200,
      listDocument(kind, deleted, { resourceVersion: String(api.store.resourceVersion) }),
    );
    return;
  }
  const { object, isGone } = deleteObject(api, kind, context, options);
  if (isGone && kind.bucket !== 'pods') sendJson(response, 200, successStatus(context, object));
  else sendObject(context, 200, object);
}

function successStatus({ kind, name }: RequestContext, object: StoredObject): JsonObject {
  const group = kind.group === '' ? {} : { group: kind.group };
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { name, ...group, kind: kind.plural, uid: object.metadata.uid },
  };
}

function sendObject(
  context: RequestContext,
  status: number,
  stored: StoredObject,
  warnings: readonly string[] = [],
): void {
  const { api, kind, query, representation, response, subresource } = context;
  const object = toVersion(kind, stored);
  if (subresource === 'scale') sendJson(response, status, scaleOf(kind, object), warnings);
  else if (representation === 'table') {
    const includeObject = query.get('includeObject') ?? 'Metadata';
    const metadata = { resourceVersion: object.metadata.resourceVersion };
    sendJson(
      response,
      status,
      renderTable(kind, [object], metadata, { includeObject, now: api.now() }),
      warnings,
    );
  } else
    sendJson(response, status, representation === 'metadata' ? partialMetadata(object) : object, warnings);
}

function missingManager(): Error {
  return apiErrors.invalidPatch(
    'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
  );
}
