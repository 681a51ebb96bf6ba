import { describe, expect, it } from 'vitest';
import { axisTicks, spanBlocks } from './span-blocks';

const hour = 3_600_000;
const from = Date.parse('2026-11-23T13:00:00Z');
const span = { from, until: from + 24 * hour };

describe('spanBlocks', () => {
  it('cuts what began before and ends after to the span', () => {
    const blocks = spanBlocks(
      {
        occurrences: [
          { from: '2026-11-23T07:00:00Z', until: '2026-11-23T19:00:00Z' },
          { from: '2026-11-24T10:00:00Z', until: '2026-11-25T10:00:00Z' },
        ],
      },
      span,
    );
    expect(blocks.map(({ start, end }) => [start, end])).toEqual([
      [0, 0.25],
      [0.875, 1],
    ]);
  });

  it('drops what only touches the edge', () => {
    expect(
      spanBlocks({ occurrences: [{ from: '2026-11-23T10:00:00Z', until: '2026-11-23T13:00:00Z' }] }, span),
    ).toEqual([]);
  });
});

describe('axisTicks', () => {
  it('stand at round times and leave room for their label at the right', () => {
    const ticks = axisTicks({ from: from + 7 * 60_000, until: span.until + 7 * 60_000 }, 4 * hour);
    expect(ticks[0]?.at).toBe(Date.parse('2026-11-23T16:00:00Z'));
    expect(ticks.every((tick) => tick.share >= 0 && tick.share <= 0.9)).toBe(true);
  });
});
