import { describe, expect, it } from 'vitest';
import { compareFile } from './compare-file';

const file = { id: 'x', group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' };
const live = (replicas: number, image: string) => ({ kind: 'Deployment', spec: { replicas, image } });
describe('compareFile', () => {
  it('forgets that a file was viewed when its content changes', () => {
    const first = compareFile({ ...file, before: live(1, 'a'), after: live(2, 'a') });
    expect(compareFile({ ...file, before: live(1, 'a'), after: live(2, 'a') }).fingerprint).toBe(
      first.fingerprint,
    );
    expect(compareFile({ ...file, before: live(1, 'a'), after: live(3, 'a') }).fingerprint).not.toBe(
      first.fingerprint,
    );
  });

  it('tells created, deleted and unchanged objects apart', () => {
    expect(compareFile({ ...file, after: live(1, 'a') }).verdict).toBe('created');
    expect(compareFile({ ...file, before: live(1, 'a') }).verdict).toBe('deleted');
    expect(compareFile({ ...file, before: live(1, 'a'), after: live(1, 'a') }).verdict).toBe('same');
  });
});
