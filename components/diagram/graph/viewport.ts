import type { Bounds } from './lay-out-graph';

/** Where the drawing lies in its frame: `screen = world · scale + offset`, in px. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const least = 0.15;
const most = 1.5;
const margin = 24;

/** Zooms by a factor while the point of the frame stays where it is. */
export function zoomAt(view: View, point: { readonly x: number; readonly y: number }, factor: number): View {
  const scale = Math.min(most, Math.max(least, view.scale * factor));
  const ratio = scale / view.scale;
  return { scale, x: point.x - (point.x - view.x) * ratio, y: point.y - (point.y - view.y) * ratio };
}

/** The whole drawing in the frame, never larger than life. */
export function fit(bounds: Bounds, frame: Bounds): View {
  const across = (frame.width - 2 * margin) / Math.max(1, bounds.width);
  const down = (frame.height - 2 * margin) / Math.max(1, bounds.height);
  return { x: margin, y: margin, scale: Math.max(least, Math.min(1, across, down)) };
}

/** Readable from the start: the width fits where it does so at 75 % or more; column heads keep their room. */
export function openingView(bounds: Bounds, frame: Bounds, hasHeads: boolean): View {
  const across = (frame.width - 2 * margin) / Math.max(1, bounds.width);
  return { x: margin, y: hasHeads ? 44 : margin, scale: Math.max(0.75, Math.min(1, across)) };
}

/** Moves just as far as needed to have the box in the frame. */
export function reveal(view: View, box: Box, frame: Bounds): View {
  const shift = (start: number, length: number, space: number) => {
    if (start < margin) return margin - start;
    const over = start + length - (space - margin);
    return over > 0 ? -Math.min(over, start - margin) : 0;
  };
  return {
    scale: view.scale,
    x: view.x + shift(box.x * view.scale + view.x, box.width * view.scale, frame.width),
    y: view.y + shift(box.y * view.scale + view.y, box.height * view.scale, frame.height),
  };
}

/** What the frame shows, in px of the drawing. */
export function visibleBox(view: View, frame: Bounds): Box {
  return {
    x: -view.x / view.scale,
    y: -view.y / view.scale,
    width: frame.width / view.scale,
    height: frame.height / view.scale,
  };
}

export function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
