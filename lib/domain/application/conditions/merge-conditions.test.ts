import { expect, it } from 'vitest';
import { mergeConditions } from './merge-conditions';

const [then, now] = ['2026-01-01T00:00:00Z', new Date('2026-01-02T00:00:00Z')];

it('keeps other types, drops what is not found any more, and keeps the time of what says the same', () => {
  const before = [
    { type: 'SyncError' as const, message: 's', lastTransitionTime: then },
    { type: 'ComparisonError' as const, message: 'old', lastTransitionTime: then },
    { type: 'SharedResourceWarning' as const, message: 'same', lastTransitionTime: then },
  ];
  const found = [
    { type: 'SharedResourceWarning' as const, message: 'same' },
    { type: 'InvalidSpecError' as const, message: 'new' },
  ];
  const types = ['ComparisonError', 'SharedResourceWarning', 'InvalidSpecError'] as const;
  expect(mergeConditions(before, found, types, now)).toEqual([
    { type: 'InvalidSpecError', message: 'new', lastTransitionTime: '2026-01-02T00:00:00Z' },
    { type: 'SharedResourceWarning', message: 'same', lastTransitionTime: then },
    { type: 'SyncError', message: 's', lastTransitionTime: then },
  ]);
});
