import type { Tone } from '@/components/ui/glyph/tone';
import type { FlowModel, FlowNode } from './flow-model';

export type FlowColours = Readonly<
  Record<Tone, { readonly fill: string; readonly line: string; readonly text: string }>
>;

/**
 * The model as Mermaid text. Names become numbered ids and quoted labels, so that nothing in them is read
 * as syntax. Colours are added for drawing and left out for copying.
 */
export function flowToMermaid(model: FlowModel, colours?: FlowColours): string {
  const ids = new Map(model.nodes.map((node, index) => [node.id, `n${index}`]));
  const groups = model.groups ?? [];
  const inGroup = (id: string) => model.nodes.filter((node) => node.group === id);
  const loose = model.nodes.filter((node) => !groups.some((group) => group.id === node.group));
  const box = (node: FlowNode) => `${ids.get(node.id) ?? ''}["${escapeLabel(node)}"]`;
  const lines = [
    `flowchart ${model.direction === 'right' ? 'LR' : 'TB'}`,
    ...groups.flatMap((group, index) => [
      `  subgraph g${index}["${escape(group.label)}"]`,
      ...inGroup(group.id).map((node) => `    ${box(node)}`),
      '  end',
    ]),
    ...loose.map((node) => `  ${box(node)}`),
    ...model.edges.flatMap((edge) => {
      const from = ids.get(edge.from);
      const to = ids.get(edge.to);
      if (from === undefined || to === undefined) return [];
      const arrow = edge.dashed ? '-.->' : '-->';
      return [`  ${from} ${arrow}${edge.label === undefined ? '' : `|"${escape(edge.label)}"|`} ${to}`];
    }),
  ];
  return [...lines, ...(colours ? paint(model, ids, colours) : [])].join('\n');
}

function paint(model: FlowModel, ids: ReadonlyMap<string, string>, colours: FlowColours): string[] {
  return model.nodes.flatMap((node) => {
    const id = ids.get(node.id);
    if (node.tone === undefined || id === undefined) return [];
    const { fill, line, text } = colours[node.tone];
    return [`  style ${id} fill:${fill},stroke:${line},color:${text}`];
  });
}

function escapeLabel(node: FlowNode): string {
  return node.detail === undefined ? escape(node.label) : `${escape(node.label)}<br/>${escape(node.detail)}`;
}

/** Mermaid's own entity form; `#` first, since it starts them. */
function escape(text: string): string {
  return text.replace(/[#"<>&`\\]/g, (sign) => `#${sign.codePointAt(0) ?? 0};`).replace(/\s+/g, ' ');
}
