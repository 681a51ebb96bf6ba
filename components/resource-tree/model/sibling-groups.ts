import { isScaledDown, type Branch } from './branch';

/** Siblings that say the same and are shown as one row. A group never holds anything but calm branches. */
export interface SiblingGroup {
  type: 'healthy' | 'older' | 'calm';
  /** Kind of the members where they share it. */
  kind?: string;
  members: Branch[];
}

const FEWEST_ALIKE = 3;
const FEWEST_CALM = 5;

/** "8 healthy Pods", "4 older ReplicaSets, scaled to 0"; what is not grouped keeps its order and comes first. */
export function groupSiblings(children: readonly Branch[]): { single: Branch[]; groups: SiblingGroup[] } {
  const older = children.filter((child) => child.isCalm && isScaledDown(child.node));
  const rest = children.filter((child) => !older.includes(child));
  const byKind = new Map<string, Branch[]>();
  for (const child of rest)
    if (child.isCalm) byKind.set(child.node.kind, [...(byKind.get(child.node.kind) ?? []), child]);
  const groups: SiblingGroup[] = [...byKind]
    .filter(([, members]) => members.length >= FEWEST_ALIKE)
    .map(([kind, members]) => ({ type: 'healthy', kind, members }));
  if (older.length > 0) groups.push({ type: 'older', kind: 'ReplicaSet', members: older });
  const grouped = new Set(groups.flatMap((group) => group.members));
  return { single: children.filter((child) => !grouped.has(child)), groups };
}

/** "11 more in sync": calm resources of a wave that have nothing below them, when there are many. */
export function groupRoots(roots: readonly Branch[]): { single: Branch[]; groups: SiblingGroup[] } {
  const calm = roots.filter(
    (root) => root.isCalm && root.children.length === 0 && !root.node.app && !root.node.hook,
  );
  if (calm.length < FEWEST_CALM) return { single: [...roots], groups: [] };
  const members = new Set(calm);
  return { single: roots.filter((root) => !members.has(root)), groups: [{ type: 'calm', members: calm }] };
}
