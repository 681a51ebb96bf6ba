import type { JsonValue } from '../resource/json';

/**
 * Brings a merged list into the order that a patch asks for; items that it does not name (the server's own) stay
 * before the first named item that they preceded.
 */
export function orderList(
  merged: readonly JsonValue[],
  order: readonly JsonValue[],
  before: readonly JsonValue[],
  isSame: (a: JsonValue, b: JsonValue) => boolean,
): JsonValue[] {
  const indexIn = (list: readonly JsonValue[], item: JsonValue) =>
    list.findIndex((other) => isSame(other, item));
  const byIndexIn = (list: readonly JsonValue[]) => (a: JsonValue, b: JsonValue) =>
    indexIn(list, a) - indexIn(list, b);
  const named = merged.filter((item) => indexIn(order, item) >= 0).sort(byIndexIn(order));
  const others = merged.filter((item) => indexIn(order, item) < 0).sort(byIndexIn(before));
  const result: JsonValue[] = [];
  let [o, n] = [0, 0];
  while (o < others.length || n < named.length) {
    const other = others[o];
    const item = named[n];
    if (
      item !== undefined &&
      (other === undefined || !isBefore(indexIn(before, other), indexIn(before, item)))
    ) {
      result.push(item);
      n++;
    } else {
      if (other !== undefined) result.push(other);
      o++;
    }
  }
  return result;
}

function isBefore(a: number, b: number): boolean {
  return a >= 0 && b >= 0 && a < b;
}
