import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { isAdapterError } from '@/lib/engine/ports/adapter-error';
import type { ApiResource, ListOptions, ObjectList } from '@/lib/engine/ports/cluster-client';
import { resourcePath, withQuery } from '../discovery/resource-path';

const PAGE_SIZE = 500;

/**
 * All pages of a list at one resourceVersion. When the server forgets it between two pages (410), everything is asked
 * for again in one piece, as client-go's pager does.
 */
export async function listObjects(
  get: (path: string) => Promise<JsonObject>,
  kind: { apiVersion: string; kind: string },
  resource: ApiResource,
  options: ListOptions,
): Promise<ObjectList> {
  const { namespace, labelSelector, fieldSelector, limit = PAGE_SIZE } = options;
  const path = resourcePath(resource, { namespace });
  const items: KubernetesObject[] = [];
  let next = '';
  for (;;) {
    let page: JsonObject;
    try {
      page = await get(withQuery(path, { labelSelector, fieldSelector, limit, continue: next }));
    } catch (error) {
      if (next === '' || !isAdapterError(error, 410)) throw error;
      page = await get(withQuery(path, { labelSelector, fieldSelector }));
      items.length = 0;
    }
    for (const item of itemsOf(page)) items.push(named(item, kind));
    const metadata = isJsonObject(page['metadata']) ? page['metadata'] : {};
    next = textOf(metadata['continue']);
    if (next === '') return { items, resourceVersion: textOf(metadata['resourceVersion']) };
  }
}

function itemsOf(page: JsonObject): JsonObject[] {
  return Array.isArray(page['items']) ? page['items'].filter(isJsonObject) : [];
}

/** Items of a list of a built-in kind come without apiVersion and kind. */
function named(
  item: JsonObject,
  { apiVersion, kind }: { apiVersion: string; kind: string },
): KubernetesObject {
  return { apiVersion, kind, ...item } as KubernetesObject;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
