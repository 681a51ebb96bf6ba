import type { FlowModel } from '@/components/diagram/flow/flow-model';
import type { Tone } from '@/components/ui/glyph/tone';
import { buildBranches } from '../model/branch';
import { isProblem, type TreeNode } from '../model/tree-node';
import { waveSections } from '../model/wave-sections';

/** The Application and the Applications that it declares, each with its state. */
export function appOfAppsFlow(root: TreeNode, nodes: readonly TreeNode[]): FlowModel {
  const apps = nodes.filter((node) => node.app !== undefined);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return {
    direction: 'right',
    nodes: [root, ...apps].map((node) => ({
      id: node.id,
      label: node.name,
      detail: stateOf(node),
      tone: toneOf(node),
    })),
    edges: apps.map((app) => ({ from: (applicationAbove(app, byId) ?? root).id, to: app.id })),
  };
}

/** Boxes of a wave beyond this are counted, so that the picture stays one. */
const MOST_BOXES = 8;

/** Phases and waves in the order a sync takes them, with what is in each. `title` names a step. */
export function wavesFlow(
  nodes: readonly TreeNode[],
  title: (step: { phase: string } | { wave: number }) => string,
): FlowModel {
  const sections = waveSections(buildBranches(nodes)).filter((section) => section.step.type !== 'orphans');
  const firsts = sections.map((section) => section.roots[0]?.node.id ?? section.id);
  return {
    direction: 'right',
    groups: sections.map((section) => ({
      id: section.id,
      label: title(section.step.type === 'wave' ? { wave: section.step.wave } : { phase: section.id }),
    })),
    nodes: sections.flatMap((section) => [
      ...section.roots.slice(0, MOST_BOXES).map(({ node }) => ({
        id: node.id,
        label: node.name,
        detail: node.kind,
        tone: toneOf(node),
        group: section.id,
      })),
      ...(section.roots.length > MOST_BOXES
        ? [{ id: `${section.id} more`, label: `… ${section.roots.length - MOST_BOXES}`, group: section.id }]
        : []),
    ]),
    edges: firsts.slice(1).map((to, index) => ({ from: firsts[index] ?? to, to, dashed: true })),
  };
}

function applicationAbove(node: TreeNode, byId: ReadonlyMap<string, TreeNode>): TreeNode | undefined {
  const parent = node.parentId === undefined ? undefined : byId.get(node.parentId);
  if (!parent) return undefined;
  return parent.app ? parent : applicationAbove(parent, byId);
}

function stateOf(node: TreeNode): string {
  return [node.sync, node.health?.status].filter(Boolean).join(', ');
}

function toneOf(node: TreeNode): Tone {
  if (node.health?.status === 'Degraded') return 'bad';
  return isProblem(node) ? 'at' : 'ok';
}
