import type { Ledger, TransitionRecord } from '@/lib/engine/ports/ledger';
import type { Transition } from '../generated/client';
import { toPage, decodeNumericCursor } from './page-cursor';
import type { PrismaSession } from './prisma-session';
import { guarded } from './to-ledger-error';

export function createTransitionStore(session: PrismaSession): Ledger['transitions'] {
  return {
    append: (record) =>
      guarded('record a transition', async () => {
        const { application, ...rest } = record;
        await session.transition.create({ data: { ...rest, ...application } });
      }),
    list: (filter) =>
      guarded('list transitions', async () => {
        const after = filter.continue ? decodeNumericCursor(filter.continue) : undefined;
        const rows = await session.transition.findMany({
          where: {
            ...filter.application,
            ...(filter.since ? { at: { gte: filter.since } } : {}),
            ...(after ? { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] } : {}),
          },
          orderBy: [{ at: 'desc' }, { id: 'desc' }],
          take: filter.limit + 1,
        });
        return toPage(rows, filter.limit, (row) => ({ at: row.at, id: row.id.toString() }), toRecord);
      }),
  };
}

function toRecord(row: Transition): TransitionRecord & { id: string } {
  const { namespace, name, ...rest } = row;
  return {
    ...rest,
    id: row.id.toString(),
    application: { namespace, name },
    // Only these values are ever written.
    kind: row.kind as TransitionRecord['kind'],
    from: row.from as TransitionRecord['from'],
    to: row.to as TransitionRecord['to'],
  };
}
