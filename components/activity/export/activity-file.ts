import type { ActivityEntry } from '@/lib/contracts/platform/activity';

export type ActivityFormat = 'ndjson' | 'csv';

export const activityMedia = {
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
} as const satisfies Record<ActivityFormat, string>;

const columns = [
  ['at', (entry) => entry.at],
  ['actor', (entry) => entry.actor],
  ['actorKind', (entry) => entry.actorKind],
  ['action', (entry) => entry.action],
  ['kind', (entry) => entry.object.kind],
  ['namespace', (entry) => entry.object.namespace],
  ['name', (entry) => entry.object.name],
  ['project', (entry) => entry.project],
  ['result', (entry) => entry.result],
  ['reason', (entry) => entry.reason],
  ['requestId', (entry) => entry.requestId],
  ['remoteAddress', (entry) => entry.remoteAddress],
  ['id', (entry) => entry.id],
] as const satisfies readonly (readonly [string, (entry: ActivityEntry) => string])[];

/** One JSON object per line, or CSV after RFC 4180 with a head line. */
export function writeActivity(entries: readonly ActivityEntry[], format: ActivityFormat): string {
  if (format === 'ndjson') return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  const head = columns.map(([name]) => name).join(',');
  const lines = entries.map((entry) => columns.map(([, read]) => csvCell(read(entry))).join(','));
  return [head, ...lines].map((line) => `${line}\r\n`).join('');
}

/** Quoted where needed; a leading formula sign is disarmed, since spreadsheets run such cells. */
function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
