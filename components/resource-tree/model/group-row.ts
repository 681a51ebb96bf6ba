import type { GroupRow } from './outline-row';
import type { SiblingGroup } from './sibling-groups';
import type { RailState } from './wave-sections';

/** The row of a group repeats the columns of its members as their sum. */
export function groupRow(
  group: SiblingGroup,
  place: { id: string; depth: number; rail: RailState; parentId?: string },
  state: { isOpen: boolean; isMore: boolean },
): GroupRow {
  const nodes = group.members.map((member) => member.node);
  const created = nodes.flatMap((node) => node.createdAt ?? []).sort();
  const ready = nodes.flatMap((node) => node.ready ?? []);
  const restarts = nodes.flatMap((node) => node.restarts ?? []);
  return {
    type: 'group',
    id: place.id,
    depth: place.depth,
    rail: place.rail,
    ...(place.parentId === undefined ? {} : { parentId: place.parentId }),
    group: group.type,
    ...(group.kind === undefined ? {} : { kind: group.kind }),
    count: nodes.length,
    ...state,
    ...(ready.length > 0 && group.type === 'healthy'
      ? { ready: { ready: total(ready, 'ready'), wanted: total(ready, 'wanted') } }
      : {}),
    ...(restarts.length > 0 ? { restarts: restarts.reduce((sum, count) => sum + count, 0) } : {}),
    ...(created[0] === undefined ? {} : { oldest: created[0], newest: created.at(-1) ?? created[0] }),
    isManaged: nodes.every((node) => node.sync !== undefined),
    hasHealth: group.type !== 'older' && nodes.some((node) => node.health !== undefined),
  };
}

function total(list: readonly { ready: number; wanted: number }[], field: 'ready' | 'wanted'): number {
  return list.reduce((sum, item) => sum + item[field], 0);
}
