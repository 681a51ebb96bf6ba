import type { FlowModel } from './flow-model';
import { flowToMermaid } from './flow-to-mermaid';
import { colourReader, flowColours, mermaidTheme } from './read-colours';

/** SVG of a model in the colours of the page. Loads Mermaid on first use; rejects when it cannot draw. */
export async function drawFlow(id: string, model: FlowModel): Promise<string> {
  const { default: mermaid } = await import('mermaid');
  const read = colourReader();
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    theme: 'base',
    themeVariables: mermaidTheme(read),
    fontFamily: getComputedStyle(document.body).fontFamily,
    htmlLabels: false,
    flowchart: { curve: 'step', padding: 10, nodeSpacing: 24, rankSpacing: 40 },
  });
  const { svg } = await mermaid.render(id, flowToMermaid(model, flowColours(read)));
  return svg;
}
