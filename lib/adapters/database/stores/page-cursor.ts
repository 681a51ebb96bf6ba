import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { Page } from '@/lib/engine/ports/ledger';

/** Place in a newest-first list: everything after it is older, or as old with a smaller id. */
export interface PageCursor {
  at: Date;
  id: string;
}

export function encodeCursor(cursor: PageCursor): string {
  return Buffer.from(`${cursor.at.getTime()}.${cursor.id}`).toString('base64url');
}

/** Throws a terminal `AdapterError` (400) for a text that no page handed out. */
export function decodeCursor(text: string): PageCursor {
  const [, time, id] = /^(\d{1,15})\.(.+)$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (!time || !id) throw invalid();
  return { at: new Date(Number(time)), id };
}

export function decodeNumericCursor(text: string): { at: Date; id: bigint } {
  const { at, id } = decodeCursor(text);
  if (!/^\d{1,18}$/.test(id)) throw invalid();
  return { at, id: BigInt(id) };
}

const invalid = () =>
  new AdapterError('The "continue" value is not from an earlier page.', {
    retry: 'terminal',
    status: 400,
    reason: 'InvalidCursor',
  });

/** Takes `limit` of the `limit + 1` rows that were read and says where the next page begins. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  placeOf: (row: Row) => PageCursor,
  toItem: (row: Row) => Item,
): Page<Item> {
  const items = rows.slice(0, limit).map(toItem);
  const last = rows[limit - 1];
  return rows.length > limit && last !== undefined
    ? { items, continue: encodeCursor(placeOf(last)) }
    : { items };
}
