import type { JsonObject } from '@/lib/domain/resource/json';

export type Cell = string | number | boolean | null;

/** One column of `kubectl get`; `wide` columns show with `-o wide` only. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  wide: boolean;
  value: (object: JsonObject, now: Date) => Cell;
}

export function column(
  name: string,
  value: Column['value'],
  options: { wide?: boolean; type?: Column['type'] } = {},
): Column {
  return { name, type: options.type ?? 'string', wide: options.wide ?? false, value };
}
