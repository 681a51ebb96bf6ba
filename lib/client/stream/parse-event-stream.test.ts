import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventStreamParser } from './parse-event-stream';
import { reconnectDelayMs } from './reconnect-delay';

const TEXT = ': beat\n\nid: 1-7\ndata: {"a":1}\n\nid: 1-8\r\ndata: x\r\ndata: y\r\n\r\n: beat\n\n';

describe('EventStreamParser', () => {
  it('reads the same events wherever the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: TEXT.length }), { maxLength: 12 }), (cuts) => {
        const parser = new EventStreamParser();
        const edges = [0, ...cuts.sort((a, b) => a - b), TEXT.length];
        const events = edges.slice(1).flatMap((end, index) => parser.push(TEXT.slice(edges[index], end)));
        expect(events).toEqual([
          { id: '1-7', data: '{"a":1}' },
          { id: '1-8', data: 'x\ny' },
        ]);
      }),
    );
  });
});

describe('reconnectDelayMs', () => {
  it('stays between half a second and 30 s', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const delay = reconnectDelayMs(attempt, random);
        expect(delay).toBeGreaterThanOrEqual(500);
        expect(delay).toBeLessThanOrEqual(30_000);
      }),
    );
    expect([0, 1, 4, 9].map((attempt) => reconnectDelayMs(attempt, 0))).toEqual([
      1_000, 2_000, 16_000, 30_000,
    ]);
  });
});
