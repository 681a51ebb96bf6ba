import { apiVersionOf, type KindDefinition } from '../registry/kind-definition';
import { listObjects, toVersion } from '../operations/read-objects';
import { apiErrors } from '../status/api-error';
import type { StoredObject } from '../store/stored-object';
import type { RequestContext } from './requests/request-context';
import { sendJson } from './requests/send-answer';
import { partialMetadata, renderTable } from './tables/render-table';

/** GET of a collection. */
export function handleList(context: RequestContext): void {
  const { api, kind, query, representation, response, snapshots } = context;
  const limit = Number(query.get('limit') ?? 0);
  const token = query.get('continue') ?? '';
  const selection = selectionOf(context);
  const hasSelectors = Boolean(selection.labelSelector ?? selection.fieldSelector);
  checkVersion(api.store.resourceVersion, query);
  const page =
    token === ''
      ? snapshots.first(listObjects(api, kind, selection), String(api.store.resourceVersion), limit)
      : snapshots.next(token, limit);
  const metadata = {
    resourceVersion: page.resourceVersion,
    ...(page.next === '' ? {} : { continue: page.next }),
    ...(page.remaining > 0 && !hasSelectors ? { remainingItemCount: page.remaining } : {}),
  };
  const objects = page.objects.map((object) => toVersion(kind, object));
  if (representation === 'table') {
    const includeObject = query.get('includeObject') ?? 'Metadata';
    sendJson(response, 200, renderTable(kind, objects, metadata, { includeObject, now: api.now() }));
  } else if (representation === 'metadata') {
    const items = objects.map(partialMetadata);
    sendJson(response, 200, {
      kind: 'PartialObjectMetadataList',
      apiVersion: 'meta.k8s.io/v1',
      metadata,
      items,
    });
  } else sendJson(response, 200, listDocument(kind, objects, metadata));
}

/** Items of built-in kinds come without apiVersion and kind. */
export function listDocument(
  kind: KindDefinition,
  objects: readonly StoredObject[],
  metadata: object,
): object {
  const items = kind.custom
    ? objects
    : objects.map((object) => ({ ...object, apiVersion: undefined, kind: undefined }));
  return { kind: `${kind.kind}List`, apiVersion: apiVersionOf(kind), metadata, items };
}

export function selectionOf({ namespace, name, query }: RequestContext): {
  namespace: string;
  labelSelector?: string;
  fieldSelector?: string;
} {
  const labelSelector = query.get('labelSelector') ?? '';
  const fields = [query.get('fieldSelector') ?? '', name === '' ? '' : `metadata.name=${name}`];
  const fieldSelector = fields.filter((each) => each !== '').join(',');
  return {
    namespace,
    ...(labelSelector === '' ? {} : { labelSelector }),
    ...(fieldSelector === '' ? {} : { fieldSelector }),
  };
}

/** Nobody can have seen a version that there is not yet. */
function checkVersion(current: number, query: URLSearchParams): void {
  const version = query.get('resourceVersion') ?? '';
  if (version === '') return;
  if (!/^\d+$/.test(version))
    throw apiErrors.badRequest(
      `resourceVersion: Invalid value: ${JSON.stringify(version)}: strconv.ParseUint: parsing ${JSON.stringify(version)}: invalid syntax`,
    );
  if (query.get('resourceVersionMatch') === 'Exact' && Number(version) !== current)
    throw apiErrors.expired(`The resourceVersion for the provided list is too old.`);
}
