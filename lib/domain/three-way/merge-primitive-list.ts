import type { JsonValue } from '../resource/json';
import { equalValues } from '../structured-merge/typed/atom';
import { orderList } from './order-list';

/** Merges a patch list into a list of primitives that is a set: additions at the end, named values taken out. */
export function mergePrimitiveList(
  present: readonly JsonValue[],
  additions: readonly JsonValue[],
  order: readonly JsonValue[] | undefined,
  removed: readonly JsonValue[],
): JsonValue[] {
  const includes = (list: readonly JsonValue[], value: JsonValue) =>
    list.some((item) => equalValues(item, value));
  const result: JsonValue[] = [];
  for (const value of [...present.filter((item) => !includes(removed, item)), ...additions]) {
    if (!includes(result, value)) result.push(value);
  }
  return order ? orderList(result, order, present, equalValues) : result;
}
