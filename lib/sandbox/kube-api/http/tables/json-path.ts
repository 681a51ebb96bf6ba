import { isJsonObject, type JsonValue } from '@/lib/domain/resource/json';

const STEP =
  /\.((?:\\.|[^.[\]\\])+)|\[(\d+|\*)\]|\['((?:[^'\\]|\\.)*)'\]|\[\?\(@\.([\w.]+)\s*==\s*["']([^"']*)["']\)\]/gy;

/**
 * The values at a path of a printer column: fields (with `\.` for dots), indices, `[*]`, quoted keys and equality filters
 * (`.status.conditions[?(@.type=="Ready")].status`). Empty for paths that this does not cover.
 */
export function jsonPathValues(root: JsonValue, path: string): JsonValue[] {
  let values: JsonValue[] = [root];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < path.length) {
    const match = STEP.exec(path);
    if (!match) return [];
    const [, field, index, quoted, filterPath, filterValue] = match;
    if (index !== undefined) values = values.flatMap((value) => itemsAt(value, index));
    else if (filterPath !== undefined)
      values = values.flatMap((value) =>
        itemsAt(value, '*').filter((item) => textAt(item, filterPath) === filterValue),
      );
    else {
      const key = (field ?? quoted ?? '').replace(/\\(.)/g, '$1');
      values = values.flatMap((value) => {
        const child = isJsonObject(value) ? value[key] : undefined;
        return child === undefined ? [] : [child];
      });
    }
  }
  return values;
}

function itemsAt(value: JsonValue, index: string): JsonValue[] {
  if (!Array.isArray(value)) return [];
  if (index === '*') return value;
  const item = value[Number(index)];
  return item === undefined ? [] : [item];
}

function textAt(value: JsonValue, path: string): string | undefined {
  let current: JsonValue | undefined = value;
  for (const key of path.split('.')) current = isJsonObject(current) ? current[key] : undefined;
  return typeof current === 'string' ? current : undefined;
}
