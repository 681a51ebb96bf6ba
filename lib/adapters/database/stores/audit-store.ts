import { isJsonObject } from '@/lib/domain/resource/json';
import type { AuditRecord, Ledger } from '@/lib/engine/ports/ledger';
import type { AuditEntry, Prisma } from '../generated/client';
import { toPage, decodeNumericCursor } from './page-cursor';
import type { PrismaSession } from './prisma-session';
import { guarded } from './to-ledger-error';

type AuditFilter = Parameters<Ledger['audit']['list']>[0];

export function createAuditStore(session: PrismaSession): Ledger['audit'] {
  return {
    append: (record) =>
      guarded('write the audit entry', async () => {
        const { object, detail, ...rest } = record;
        const row = await session.auditEntry.create({
          data: {
            ...rest,
            detail: detail,
            objectKind: object.kind,
            objectNamespace: object.namespace,
            objectName: object.name,
          },
        });
        return toRecord(row);
      }),
    list: (filter) =>
      guarded('list audit entries', async () => {
        const rows = await session.auditEntry.findMany({
          where: { AND: conditions(filter) },
          orderBy: [{ at: 'desc' }, { id: 'desc' }],
          take: filter.limit + 1,
        });
        return toPage(rows, filter.limit, (row) => ({ at: row.at, id: row.id.toString() }), toRecord);
      }),
  };
}

function conditions(filter: AuditFilter): Prisma.AuditEntryWhereInput[] {
  const { actor, action, project, result, object, since, until } = filter;
  const after = filter.continue ? decodeNumericCursor(filter.continue) : undefined;
  const contains = { contains: object ?? '', mode: 'insensitive' as const };
  return [
    { ...(actor ? { actor } : {}), ...(project ? { project } : {}), ...(result ? { result } : {}) },
    // `applications` finds all verbs of the noun, `applications.sync` one.
    action ? { OR: [{ action }, { action: { startsWith: `${action}.` } }] } : {},
    object ? { OR: [{ objectKind: contains }, { objectNamespace: contains }, { objectName: contains }] } : {},
    since || until ? { at: { ...(since ? { gte: since } : {}), ...(until ? { lt: until } : {}) } } : {},
    after ? { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] } : {},
  ];
}

function toRecord(row: AuditEntry): AuditRecord & { id: string } {
  const { objectKind, objectNamespace, objectName, detail, ...rest } = row;
  return {
    ...rest,
    id: row.id.toString(),
    object: { kind: objectKind, namespace: objectNamespace, name: objectName },
    detail: isJsonObject(detail) ? detail : {},
    // Only these values are ever written.
    actorKind: row.actorKind as AuditRecord['actorKind'],
    result: row.result as AuditRecord['result'],
  };
}
