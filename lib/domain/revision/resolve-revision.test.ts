import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickVersion } from './pick-version';
import { resolveRevision, type GitRef } from './resolve-revision';
import { compareVersions, parseVersion } from './version';

const sha = (digit: string): string => digit.repeat(40);
const refs: GitRef[] = [
  { name: 'HEAD', target: 'refs/heads/main' },
  { name: 'refs/heads/main', sha: sha('1') },
  { name: 'refs/tags/app/1.2.0', sha: sha('2') },
  { name: 'refs/tags/v1.3.0', sha: sha('3') },
  { name: 'refs/tags/v1.99999999999999999999.0', sha: sha('4') },
];

describe('a revision', () => {
  it.each([
    ['', sha('1')],
    ['main', sha('1')],
    ['refs/heads/main', sha('1')],
    ['1.x', sha('3')],
    ['heads/main', undefined],
    ['abcdef0', 'abcdef0'],
  ])('"%s" stands for %s', (revision, expected) => {
    expect(resolveRevision(revision, refs)).toBe(expected);
  });

  it('is looked for behind the tag prefix', () => {
    expect(resolveRevision('1.*', refs, { tagPrefix: 'app/' })).toBe(sha('2'));
  });
});

it('the picked version is within the range and none of the others is higher', () => {
  const version = fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)).map((parts) => parts.join('.'));
  fc.assert(
    fc.property(fc.array(version, { minLength: 1 }), fc.nat(4), (versions, major) => {
      const picked = pickVersion(`^${major}.0.0`, versions);
      const within = versions.filter((each) => each.startsWith(major === 0 ? '0.0.0' : `${major}.`));
      if (picked === undefined) {
        expect(within).toEqual([]);
        return;
      }
      const highest = within.every(
        (each) => compareVersions(parseVersion(picked)!, parseVersion(each)!) >= 0,
      );
      expect(highest).toBe(true);
    }),
  );
});
