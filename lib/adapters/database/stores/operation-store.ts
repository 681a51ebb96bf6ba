import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import type { Ledger, OperationRecord } from '@/lib/engine/ports/ledger';
import { Prisma, type Operation } from '../generated/client';
import { toPage, decodeCursor } from './page-cursor';
import type { PrismaSession } from './prisma-session';
import { guarded } from './to-ledger-error';

const NEWEST_FIRST = [
  { startedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.OperationOrderByWithRelationInput[];

export function createOperationStore(session: PrismaSession): Ledger['operations'] {
  return {
    start: (record) =>
      guarded('record an operation', async () => {
        const { application, operation, result, ...rest } = record;
        await session.operation.create({
          data: {
            ...rest,
            ...application,
            operation: operation,
            result: toJson(result),
          },
        });
      }),
    update: (id, change) =>
      guarded('update an operation', async () => {
        const { operation, result, ...rest } = change;
        await session.operation.update({
          where: { id },
          data: {
            ...rest,
            ...(operation ? { operation: operation } : {}),
            ...(result === undefined ? {} : { result: toJson(result) }),
          },
        });
      }),
    get: (id) =>
      guarded('read an operation', async () => {
        const row = await session.operation.findUnique({ where: { id } });
        return row ? toRecord(row) : undefined;
      }),
    list: (filter) =>
      guarded('list operations', async () => {
        const after = filter.continue ? decodeCursor(filter.continue) : undefined;
        const rows = await session.operation.findMany({
          where: {
            ...filter.application,
            ...(filter.since ? { startedAt: { gte: filter.since } } : {}),
            ...(after
              ? { OR: [{ startedAt: { lt: after.at } }, { startedAt: after.at, id: { lt: after.id } }] }
              : {}),
          },
          orderBy: NEWEST_FIRST,
          take: filter.limit + 1,
        });
        return toPage(rows, filter.limit, (row) => ({ at: row.startedAt, id: row.id }), toRecord);
      }),
    unfinished: () =>
      guarded('list unfinished operations', async () => {
        const rows = await session.operation.findMany({
          where: { finishedAt: null },
          orderBy: { startedAt: 'asc' },
        });
        return rows.map(toRecord);
      }),
  };
}

function toRecord(row: Operation): OperationRecord {
  const { namespace, name, operation, result, ...rest } = row;
  return {
    ...rest,
    // Only these values are ever written.
    phase: row.phase as OperationRecord['phase'],
    trigger: row.trigger as OperationRecord['trigger'],
    application: { namespace, name },
    operation: fromJson(operation) ?? {},
    result: fromJson(result),
  };
}

function toJson(value: JsonObject | null) {
  return value === null ? Prisma.DbNull : (value as Prisma.InputJsonObject);
}

function fromJson(value: unknown): JsonObject | null {
  return isJsonObject(value) ? value : null;
}
