import type { ActivityEntry } from '@/lib/contracts/platform/activity';

const COLUMNS = [
  'at',
  'actor',
  'actorKind',
  'action',
  'objectKind',
  'objectNamespace',
  'objectName',
  'project',
  'result',
  'reason',
  'requestId',
  'remoteAddress',
  'detail',
] as const;

/** RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
export async function* toCsv(entries: AsyncIterable<ActivityEntry>): AsyncGenerator<string> {
  yield `${COLUMNS.join(',')}\r\n`;
  for await (const entry of entries) {
    const cells = {
      ...entry,
      objectKind: entry.object.kind,
      objectNamespace: entry.object.namespace,
      objectName: entry.object.name,
      detail: JSON.stringify(entry.detail),
    };
    yield `${COLUMNS.map((column) => quote(cells[column])).join(',')}\r\n`;
  }
}

function quote(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
