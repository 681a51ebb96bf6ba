import { buildBranches, type Branch } from './branch';
import { groupRow } from './group-row';
import type { OutlineRow } from './outline-row';
import { pruneBranches } from './prune-branches';
import { groupRoots, groupSiblings, type SiblingGroup } from './sibling-groups';
import { isProblem, type TreeNode } from './tree-node';
import { waveSections, type RailState, type WaveSection } from './wave-sections';

export interface OutlineOptions {
  /** What the reader opened or closed by hand; everything else opens by itself where a problem is below. */
  toggled: ReadonlyMap<string, boolean>;
  filter: string;
  problemsOnly: boolean;
  waves: boolean;
}

/** Above this many nodes the outline starts with problems only (if there are any). */
export const PROBLEMS_ONLY_ABOVE = 200;

export function startsWithProblemsOnly(nodes: readonly TreeNode[]): boolean {
  return nodes.length > PROBLEMS_ONLY_ABOVE && nodes.some(isProblem);
}

/** Resources → rows of the outline. No problem is ever inside a closed group. */
export function outlineRows(nodes: readonly TreeNode[], options: OutlineOptions): OutlineRow[] {
  const isNarrowed = options.problemsOnly || options.filter !== '';
  const roots = pruneBranches(buildBranches(nodes), options);
  const rows: OutlineRow[] = [];
  const writer: Writer = { rows, toggled: options.toggled, isNarrowed };
  const sections = options.waves ? waveSections(roots) : withoutWaves(waveSections(roots), roots);
  for (const section of sections) {
    const rail = options.waves ? section.state : 'none';
    const isHeaded = options.waves || section.step.type === 'orphans';
    if (isHeaded)
      rows.push({
        type: 'section',
        id: section.id,
        depth: 0,
        rail: section.state,
        step: section.step,
        count: section.roots.length,
        waitsFor: section.waitsFor,
      });
    writeLevel(writer, isNarrowed ? { single: section.roots, groups: [] } : groupRoots(section.roots), {
      depth: 0,
      rail,
      id: section.id,
    });
  }
  return rows;
}

/** One list in the order of urgency; orphans stay apart, because no sync touches them. */
function withoutWaves(sections: readonly WaveSection[], roots: readonly Branch[]): WaveSection[] {
  const orphans = sections.filter((section) => section.step.type === 'orphans');
  const own = roots.filter((root) => root.node.isOrphan !== true);
  const all: WaveSection = {
    id: 'all',
    step: { type: 'wave', wave: 0 },
    roots: own,
    state: 'none',
    waitsFor: [],
  };
  return own.length > 0 ? [all, ...orphans] : orphans;
}

interface Writer {
  rows: OutlineRow[];
  toggled: ReadonlyMap<string, boolean>;
  isNarrowed: boolean;
}

interface Level {
  id: string;
  depth: number;
  rail: RailState;
  parentId?: string;
}

function writeLevel(writer: Writer, level: { single: Branch[]; groups: SiblingGroup[] }, place: Level): void {
  for (const branch of level.single) writeBranch(writer, branch, place);
  for (const group of level.groups) {
    const id = `${place.id}#${group.type}${group.kind ?? ''}`;
    const isOpen = writer.toggled.get(id) ?? false;
    writer.rows.push(groupRow(group, { ...place, id }, { isOpen, isMore: level.single.length > 0 }));
    if (!isOpen) continue;
    for (const branch of group.members)
      writeBranch(writer, branch, { ...place, depth: place.depth + 1, parentId: id });
  }
}

function writeBranch(writer: Writer, branch: Branch, place: Level): void {
  const { node } = branch;
  const canOpen = branch.children.length > 0 || node.app !== undefined;
  const isOpen = canOpen && (writer.toggled.get(node.id) ?? (writer.isNarrowed || branch.problemsBelow > 0));
  writer.rows.push({
    type: 'node',
    id: node.id,
    node,
    depth: place.depth,
    rail: place.rail,
    below: branch.below,
    ...(canOpen ? { isOpen } : {}),
    ...(place.parentId === undefined ? {} : { parentId: place.parentId }),
  });
  if (!isOpen) return;
  const level = writer.isNarrowed ? { single: branch.children, groups: [] } : groupSiblings(branch.children);
  writeLevel(writer, level, { id: node.id, depth: place.depth + 1, rail: place.rail, parentId: node.id });
}
