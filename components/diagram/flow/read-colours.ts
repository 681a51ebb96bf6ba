import { tones } from '@/components/ui/glyph/tone';
import type { FlowColours } from './flow-to-mermaid';

/** Reads tokens as `#rrggbb`: Mermaid computes with colours and does not know OKLCH. */
export function colourReader(): (token: string) => string {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  return (token) => {
    probe.style.color = `var(--${token})`;
    if (!pen) return '#808080';
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = getComputedStyle(probe).color;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
}

/** Fill, line and text of each meaning, as in chips. */
export function flowColours(read: (token: string) => string): FlowColours {
  const entries = tones.map((tone) => {
    const calm = tone === 'mute' || tone === 'ok';
    const colours = calm
      ? { fill: read('surface'), line: read('ctl'), text: read('fg') }
      : { fill: read(`${tone}-tint`), line: read(`${tone}-line`), text: read(`${tone}-t`) };
    return [tone, colours] as const;
  });
  return Object.fromEntries(entries) as FlowColours;
}

export function mermaidTheme(read: (token: string) => string): Record<string, string> {
  return {
    background: read('surface'),
    primaryColor: read('surface'),
    primaryTextColor: read('fg'),
    primaryBorderColor: read('ctl'),
    lineColor: read('ctl'),
    secondaryColor: read('sunken'),
    tertiaryColor: read('sunken'),
    clusterBkg: read('sunken'),
    clusterBorder: read('line'),
    titleColor: read('fg-2'),
    edgeLabelBackground: read('surface'),
    fontSize: '13px',
  };
}
