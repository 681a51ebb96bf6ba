import type { ActivityEntry } from '@/lib/contracts/platform/activity';
import type { AuditRecord } from '@/lib/engine/ports/ledger';

export function toActivityEntry(record: AuditRecord & { id: string }): ActivityEntry {
  return { ...record, at: record.at.toISOString() };
}
