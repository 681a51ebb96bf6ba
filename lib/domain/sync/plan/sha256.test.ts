import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from './sha256';

it('agrees with the platform for any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '0', '\n', 'é', '語', '𝄞'), maxLength: 200 }),
      (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      },
    ),
    { numRuns: 40 },
  );
});
