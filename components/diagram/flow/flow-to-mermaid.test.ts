import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowToMermaid, type FlowColours } from './flow-to-mermaid';

describe('flowToMermaid', () => {
  it('writes boxes, frames and arrows', () => {
    const text = flowToMermaid({
      direction: 'right',
      groups: [{ id: 'w0', label: 'Wave 0' }],
      nodes: [
        { id: 'a', label: 'config', group: 'w0' },
        { id: 'b', label: 'web', detail: 'Deployment' },
      ],
      edges: [{ from: 'a', to: 'b', label: 'then', dashed: true }],
    });
    expect(text).toBe(
      [
        'flowchart LR',
        '  subgraph g0["Wave 0"]',
        '    n0["config"]',
        '  end',
        '  n1["web<br/>Deployment"]',
        '  n0 -.->|"then"| n1',
      ].join('\n'),
    );
  });

  it('leaves out arrows to boxes that are not there', () => {
    expect(
      flowToMermaid({
        direction: 'down',
        nodes: [{ id: 'a', label: 'a' }],
        edges: [{ from: 'a', to: 'gone' }],
      }),
    ).not.toContain('-->');
  });

  it('never lets a name become syntax', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const text = flowToMermaid({ direction: 'down', nodes: [{ id: name, label: name }], edges: [] });
        const label = /^ {2}n0\["([^\n]*)"\]$/m.exec(text)?.[1];
        expect(label).toBeDefined();
        expect(label).not.toMatch(/["<>&`\\]/);
        expect(text.split('\n')).toHaveLength(2);
      }),
    );
  });

  it('paints only what is drawn, not what is copied', () => {
    const model = { direction: 'down', nodes: [{ id: 'a', label: 'a', tone: 'bad' }], edges: [] } as const;
    const one = { fill: '#fff', line: '#000', text: '#000' };
    const colours: FlowColours = { ok: one, mo: one, at: one, bad: one, you: one, mute: one };
    expect(flowToMermaid(model, colours)).toContain('style n0 fill:#fff');
    expect(flowToMermaid(model)).not.toContain('style');
  });
});
