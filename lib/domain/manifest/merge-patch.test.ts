import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../resource/json';
import { applyMergePatch, isEqualJson, mergePatchBetween } from './merge-patch';

/** A merge patch cannot express null values: they mean deletion. */
const json = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.stringMatching(/^[a-c]$/), tie('value'), { maxKeys: 3, noNullPrototype: true }),
}));

describe('mergePatchBetween', () => {
  it('yields a patch that turns one object into the other', () => {
    fc.assert(
      fc.property(json.object, json.object, (before, after) => {
        const patch = mergePatchBetween(before, after);
        expect(isEqualJson(patch ? applyMergePatch(before, patch) : before, after)).toBe(true);
      }),
    );
  });

  it('is undefined exactly for equal objects', () => {
    fc.assert(
      fc.property(json.object, json.object, (before, after) => {
        expect(mergePatchBetween(before, after) === undefined).toBe(isEqualJson(before, after));
      }),
    );
  });

  it('removes what is gone with null', () => {
    expect(mergePatchBetween({ a: { b: 1, c: 2 } }, { a: { b: 1 } })).toEqual({ a: { c: null } });
  });
});
