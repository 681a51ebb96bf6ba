import type { GraphGlyph, GraphNode } from '@/components/diagram/graph/graph-model';
import type { Tone } from '@/components/ui/glyph/tone';
import { healthFaces } from '@/components/status/health-faces';
import { syncFaces } from '@/components/status/sync-faces';
import type { Branch } from '../model/branch';
import { groupSiblings, type SiblingGroup } from '../model/sibling-groups';
import { isProblem, type TreeNode } from '../model/tree-node';

/** How a group of calm siblings is called. */
export type GroupWords = (group: SiblingGroup) => string;

/** The tree as a graph below its Application: calm siblings are one box until opened, no problem is ever inside one. */
export function graphNodes(
  root: TreeNode,
  branches: readonly Branch[],
  opened: ReadonlySet<string>,
  words: GroupWords,
): GraphNode[] {
  const nodes: GraphNode[] = [boxOf(root, undefined, branches.some(isTroubled))];
  writeChildren(root.id, branches, nodes, { opened, words });
  return nodes;
}

interface Options {
  opened: ReadonlySet<string>;
  words: GroupWords;
}

function writeChildren(
  parentId: string,
  children: readonly Branch[],
  nodes: GraphNode[],
  options: Options,
): void {
  const { single, groups } = groupSiblings(children);
  const write = (branch: Branch) => {
    nodes.push(boxOf(branch.node, parentId, isTroubled(branch)));
    writeChildren(branch.node.id, branch.children, nodes, options);
  };
  for (const branch of single) write(branch);
  for (const group of groups) {
    const id = groupId(parentId, group);
    if (options.opened.has(id)) for (const branch of group.members) write(branch);
    else nodes.push(groupBox(id, parentId, group, options.words(group)));
  }
}

export function groupId(parentId: string, group: SiblingGroup): string {
  return `${parentId}#${group.type}${group.kind ?? ''}`;
}

function isTroubled(branch: Branch): boolean {
  return branch.node.health?.status === 'Degraded' || branch.children.some(isTroubled);
}

function boxOf(node: TreeNode, parentId: string | undefined, isBroken: boolean): GraphNode {
  const tone = isBroken ? 'bad' : toneOf(node);
  const ready = node.ready && node.ready.wanted > 0 ? `${node.ready.ready}/${node.ready.wanted}` : undefined;
  const remark = node.state ?? ready;
  return {
    id: node.id,
    parentId,
    title: node.name,
    detail: node.kind,
    ...(remark === undefined
      ? {}
      : { remark: { text: remark, tone: node.health?.status === 'Degraded' ? 'bad' : 'mute' } }),
    glyphs: glyphsOf(node),
    tone,
    urgency: isBroken ? 3 : isProblem(node) ? 2 : tone === 'mo' ? 1 : 0,
    ...(node.app ? { closed: true } : {}),
  };
}

function glyphsOf(node: TreeNode): GraphGlyph[] {
  const glyphs: GraphGlyph[] = [];
  if (node.health) {
    const face = healthFaces[node.health.status];
    glyphs.push({ name: face.glyph, tone: face.tone, label: node.health.status });
  }
  if (node.needsPrune) glyphs.push({ name: 'bin', tone: 'bad', label: 'OutOfSync' });
  else if (node.sync)
    glyphs.push({ name: syncFaces[node.sync].glyph, tone: syncFaces[node.sync].tone, label: node.sync });
  return glyphs;
}

function toneOf(node: TreeNode): Tone {
  if (isProblem(node)) return 'at';
  return node.health?.status === 'Progressing' ? 'mo' : 'ok';
}

function groupBox(id: string, parentId: string, group: SiblingGroup, title: string): GraphNode {
  const isOlder = group.type === 'older';
  const glyph: GraphGlyph = isOlder
    ? { name: 'disc-paused', tone: 'mute', label: 'Suspended' }
    : { name: 'disc-tick', tone: 'ok', label: 'Healthy' };
  return { id, parentId, title, glyphs: [glyph], tone: 'ok', urgency: isOlder ? -2 : -1, group: true };
}
