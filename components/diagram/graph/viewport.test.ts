import { describe, expect, it } from 'vitest';
import { fit, openingView, reveal, touches, visibleBox, zoomAt } from './viewport';

const frame = { width: 1000, height: 600 };

describe('the viewport', () => {
  it('keeps the point under the pointer while zooming', () => {
    const before = { x: 40, y: 10, scale: 1 };
    const point = { x: 300, y: 200 };
    const after = zoomAt(before, point, 0.5);
    const world = (view: typeof before) => [(point.x - view.x) / view.scale, (point.y - view.y) / view.scale];
    expect(world(after)).toEqual(world(before));
  });

  it('stops zooming at its limits', () => {
    expect(zoomAt({ x: 0, y: 0, scale: 1 }, { x: 0, y: 0 }, 99).scale).toBe(1.5);
    expect(zoomAt({ x: 0, y: 0, scale: 1 }, { x: 0, y: 0 }, 0.001).scale).toBe(0.15);
  });

  it('fits big drawings and does not blow small ones up', () => {
    expect(fit({ width: 100, height: 50 }, frame).scale).toBe(1);
    expect(fit({ width: 1904, height: 50 }, frame).scale).toBeCloseTo(0.5);
  });

  it('opens at a size that can be read, however big the drawing', () => {
    expect(openingView({ width: 90_000, height: 9 }, frame, false).scale).toBe(0.75);
    expect(openingView({ width: 500, height: 9000 }, frame, true)).toEqual({ x: 24, y: 44, scale: 1 });
  });

  it('moves only as far as a node needs', () => {
    const view = { x: 0, y: 0, scale: 1 };
    expect(reveal(view, { x: 100, y: 100, width: 208, height: 48 }, frame)).toEqual(view);
    expect(reveal(view, { x: 900, y: 100, width: 208, height: 48 }, frame).x).toBe(-132);
  });

  it('culls by what the frame shows', () => {
    const seen = visibleBox({ x: -500, y: 0, scale: 0.5 }, frame);
    expect(seen).toEqual({ x: 1000, y: -0, width: 2000, height: 1200 });
    expect(touches(seen, { x: 900, y: 0, width: 208, height: 48 })).toBe(true);
    expect(touches(seen, { x: 100, y: 0, width: 208, height: 48 })).toBe(false);
  });
});
