import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { equalValues } from '../../structured-merge/typed/atom';

/** A Secret with `stringData` moved into `data` as base64, as the API server does at a write. */
export function mergeStringData(secret: JsonObject): JsonObject {
  if (!isJsonObject(secret.stringData))
    return secret.stringData === undefined ? secret : omit(secret, 'stringData');
  const data: JsonObject = isJsonObject(secret.data) ? { ...secret.data } : {};
  for (const [key, value] of Object.entries(secret.stringData)) {
    if (typeof value === 'string') data[key] = toBase64(value);
    else if (value === null) data[key] = '';
    else if (value !== undefined) return secret;
  }
  return omit({ ...secret, ...(Object.keys(data).length > 0 ? { data } : {}) }, 'stringData');
}

function toBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

function omit(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

/** Rules of a role that aggregates others are the controller's, not Git's. */
export function dropAggregatedRules(role: JsonObject): JsonObject {
  return isJsonObject(role.aggregationRule) ? omit(role, 'rules') : role;
}

/** Endpoints with addresses and ports sorted: the order of either means nothing to those who read them. */
export function sortEndpoints(endpoints: JsonObject): JsonObject {
  if (!Array.isArray(endpoints.subsets)) return endpoints;
  const subsets = endpoints.subsets.map((subset) => {
    if (!isJsonObject(subset)) return subset;
    const sorted: JsonObject = {};
    for (const [key, value] of Object.entries(subset))
      sorted[key] = Array.isArray(value) ? sortBy(value) : value;
    return sorted;
  });
  return { ...endpoints, subsets: sortBy(subsets) };
}

function sortBy(items: JsonValue[]): JsonValue[] {
  const keyed = items.map((item) => ({ item, key: JSON.stringify(sortedKeys(item)) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const sorted = keyed.map(({ item }) => item);
  return equalValues(sorted, items) ? items : sorted;
}

function sortedKeys(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
