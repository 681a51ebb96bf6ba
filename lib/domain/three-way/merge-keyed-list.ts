import { isJsonObject, type JsonObject, type JsonValue } from '../resource/json';
import { equalValues } from '../structured-merge/typed/atom';
import { orderList } from './order-list';

interface Merging {
  key: string;
  merge: (present: JsonObject, patch: JsonObject) => JsonObject;
  /** Strips directives from an item that is new. */
  clean: (patch: JsonObject) => JsonObject;
}

/** Merges a patch list into a list of objects by their key; items with `$patch: delete` go, `replace` drops the rest. */
export function mergeKeyedList(
  present: readonly JsonValue[],
  patches: readonly JsonValue[],
  order: readonly JsonValue[] | undefined,
  { key, merge, clean }: Merging,
): JsonValue[] {
  const items = patches.filter(isJsonObject);
  const keyOf = (item: JsonValue) => (isJsonObject(item) ? (item[key] ?? null) : null);
  const isSame = (a: JsonValue, b: JsonValue) => equalValues(keyOf(a), keyOf(b));
  const replaces = items.some((item) => item.$patch === 'replace');
  let result: JsonValue[] = replaces ? [] : [...present];
  for (const item of items) {
    if (item.$patch === 'delete') result = result.filter((other) => !isSame(other, item));
    if (item.$patch === 'delete' || (item.$patch === 'replace' && item[key] === undefined)) continue;
    const index = result.findIndex((other) => isSame(other, item));
    const earlier = result[index];
    if (index < 0) result.push(clean(item));
    else result[index] = isJsonObject(earlier) ? merge(earlier, item) : clean(item);
  }
  return order ? orderList(result, order, present, isSame) : result;
}
