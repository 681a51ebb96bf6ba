import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTrackingId, parseTrackingId } from './tracking-id';

const part = fc.string().filter((text) => !/[:/]/.test(text));

describe('tracking ids', () => {
  it('survive writing and reading, whatever the name holds but a slash', () => {
    const name = fc.string().filter((text) => !text.includes('/'));
    fc.assert(
      fc.property(part, part, part, part, name, (applicationName, group, kind, namespace, tail) => {
        const id = { applicationName, group, kind, namespace, name: tail };
        expect(parseTrackingId(formatTrackingId(id))).toEqual(id);
      }),
    );
  });

  it('are refused with an extra slash, as a version in the kind', () => {
    expect(parseTrackingId('web:apps/v1/Deployment:shop/front')).toBeUndefined();
  });
});
