import { buildBranches } from '../model/branch';
import type { TreeNode } from '../model/tree-node';
import { waveSections } from '../model/wave-sections';

/** The Application and the Applications that it declares, each with its state. */
export function appOfAppsDiagram(root: TreeNode, nodes: readonly TreeNode[]): string {
  const apps = nodes.filter((node) => node.app !== undefined);
  const number = new Map([root, ...apps].map((node, index) => [node.id, index]));
  const box = (node: TreeNode) => `n${number.get(node.id) ?? 0}["${labelOf(node)}"]`;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lines = apps.map((app) => `  ${box(applicationAbove(app, byId) ?? root)} --> ${box(app)}`);
  return ['flowchart LR', ...(lines.length > 0 ? lines : [`  ${box(root)}`])].join('\n');
}

/** Phases and waves in the order a sync takes them, with what is in each. */
export function wavesDiagram(nodes: readonly TreeNode[]): string {
  const sections = waveSections(buildBranches(nodes)).filter((section) => section.step.type !== 'orphans');
  const lines = sections.flatMap((section, index) => {
    const title = section.step.type === 'wave' ? `Wave ${section.step.wave}` : section.id;
    const inside = section.roots
      .slice(0, 12)
      .map(({ node }, place) => `    s${index}r${place}["${escape(`${node.kind} ${node.name}`)}"]`);
    const more = section.roots.length > 12 ? [`    s${index}more["… ${section.roots.length - 12}"]`] : [];
    return [`  subgraph s${index}["${escape(title)}"]`, ...inside, ...more, '  end'];
  });
  const order = sections.slice(1).map((_, index) => `  s${index} --> s${index + 1}`);
  return ['flowchart LR', ...lines, ...order].join('\n');
}

function applicationAbove(node: TreeNode, byId: ReadonlyMap<string, TreeNode>): TreeNode | undefined {
  const parent = node.parentId === undefined ? undefined : byId.get(node.parentId);
  if (!parent) return undefined;
  return parent.app ? parent : applicationAbove(parent, byId);
}

function labelOf(node: TreeNode): string {
  const state = [node.sync, node.health?.status].filter(Boolean).join(', ');
  return state === '' ? escape(node.name) : `${escape(node.name)}<br/>${state}`;
}

/** Mermaid's own entities: names come from the cluster and must not end the label. */
function escape(text: string): string {
  return text.replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll('>', '#gt;');
}
