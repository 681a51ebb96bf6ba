import { describe, expect, it } from 'vitest';
import { placeTooltip } from './place-tooltip';

const viewport = { innerWidth: 1000, innerHeight: 800 };

describe('placeTooltip', () => {
  it('stands above the target, centred', () => {
    expect(placeTooltip({ left: 480, right: 520, top: 400, bottom: 420 }, 'top', viewport)).toEqual({
      bottom: 406,
      left: 500,
      transform: 'translateX(-50%)',
    });
  });

  it('flips below at the top of the window', () => {
    expect(placeTooltip({ left: 480, right: 520, top: 10, bottom: 30 }, 'top', viewport)).toMatchObject({
      top: 36,
    });
  });

  it('aligns with the nearer side instead of leaving the window', () => {
    expect(placeTooltip({ left: 4, right: 30, top: 400, bottom: 420 }, 'top', viewport)).toMatchObject({
      left: 8,
    });
    expect(placeTooltip({ left: 960, right: 990, top: 400, bottom: 420 }, 'top', viewport)).toMatchObject({
      right: 10,
    });
    expect(placeTooltip({ left: 960, right: 990, top: 400, bottom: 420 }, 'right', viewport)).toMatchObject({
      right: 10,
    });
  });
});
