import type { Branch } from './branch';
import type { TreeNode } from './tree-node';

export const RAIL_STATES = ['done', 'running', 'held', 'todo', 'none'] as const;
export type RailState = (typeof RAIL_STATES)[number];

/** A step of the sync order with the resources that belong to it. */
export interface WaveSection {
  id: string;
  step: { type: 'hook'; phase: string } | { type: 'wave'; wave: number } | { type: 'orphans' };
  roots: Branch[];
  state: RailState;
  /** What the next step waits for, worst first. */
  waitsFor: TreeNode[];
}

const BEFORE = ['PreSync'];
const AFTER = ['PostSync', 'SyncFail', 'PreDelete', 'PostDelete'];

/** Roots in the order a sync takes them: PreSync hooks, waves, PostSync hooks; orphans, which no sync touches, last. */
export function waveSections(roots: readonly Branch[]): WaveSection[] {
  const sections = new Map<string, Omit<WaveSection, 'state' | 'waitsFor'>>();
  for (const root of roots) {
    const step = stepOf(root.node);
    const id = step.type === 'hook' ? step.phase : step.type === 'wave' ? `wave ${step.wave}` : 'orphans';
    const section = sections.get(id) ?? { id, step, roots: [] };
    section.roots.push(root);
    sections.set(id, section);
  }
  const inOrder = [...sections.values()].sort((a, b) => rank(a.step) - rank(b.step));
  let isReached = true;
  return inOrder.map((section) => {
    if (section.step.type === 'orphans') return { ...section, state: 'none', waitsFor: [] };
    const own = assess(section.roots);
    const state = isReached ? own.state : 'todo';
    if (own.state !== 'done' && section.step.type === 'wave') isReached = false;
    return { ...section, state, waitsFor: state === 'todo' ? [] : own.waitsFor };
  });
}

function stepOf(node: TreeNode): WaveSection['step'] {
  if (node.isOrphan) return { type: 'orphans' };
  if (node.hook !== undefined && node.hook !== 'Sync') return { type: 'hook', phase: node.hook };
  return { type: 'wave', wave: node.wave ?? 0 };
}

function rank(step: WaveSection['step']): number {
  if (step.type === 'wave') return step.wave;
  if (step.type === 'orphans') return Number.MAX_SAFE_INTEGER;
  if (BEFORE.includes(step.phase)) return Number.MIN_SAFE_INTEGER;
  return Number.MAX_SAFE_INTEGER - AFTER.length + AFTER.indexOf(step.phase) - 1;
}

/** A sync waits for health, not for sync status: a resource that differs but is healthy holds nothing up. */
function assess(roots: readonly Branch[]): { state: RailState; waitsFor: TreeNode[] } {
  const nodes = roots.map((root) => root.node);
  const held = nodes.filter(
    (node) => node.health?.status === 'Degraded' || node.health?.status === 'Suspended',
  );
  const moving = nodes.filter((node) => node.health?.status === 'Progressing');
  const missing = nodes.filter((node) => node.health?.status === 'Missing');
  if (held.length > 0) return { state: 'held', waitsFor: [...held, ...moving] };
  if (moving.length > 0) return { state: 'running', waitsFor: moving };
  return missing.length > 0 ? { state: 'todo', waitsFor: [] } : { state: 'done', waitsFor: [] };
}
