import { describe, expect, it } from 'vitest';
import { progressSteps } from './progress-steps';

describe('progressSteps', () => {
  it('has one segment per object while they fit', () => {
    expect(progressSteps(1, 3)).toEqual([
      { state: 'done' },
      { state: 'current', share: 0 },
      { state: 'to-come' },
    ]);
  });

  it('draws many objects as ten segments, the current one in part', () => {
    const steps = progressSteps(25, 100);
    expect(steps).toHaveLength(10);
    expect(steps.slice(0, 3)).toEqual([
      { state: 'done' },
      { state: 'done' },
      { state: 'current', share: 0.5 },
    ]);
  });

  it('is all done at the end and empty before it is known', () => {
    expect(progressSteps(4, 4).every((step) => step.state === 'done')).toBe(true);
    expect(progressSteps(0, 0)).toEqual([{ state: 'current', share: 0 }]);
  });
});
