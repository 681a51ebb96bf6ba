import { describe, expect, it } from 'vitest';
import type { ActivityEntry } from '@/lib/contracts/platform/activity';
import { writeActivity } from './activity-file';

const entry: ActivityEntry = {
  id: '1',
  at: '2026-11-23T13:06:00Z',
  actor: 'ada',
  actorKind: 'user',
  action: 'application.sync',
  object: { kind: 'Application', namespace: 'argocd', name: 'checkout' },
  project: 'shop',
  result: 'allowed',
  reason: 'ticket "ORD-2211", urgent',
  detail: { prune: true },
  requestId: 'r-1',
  remoteAddress: '127.0.0.1',
};

describe('writeActivity', () => {
  it('writes NDJSON that reads back as the same entries', () => {
    const lines = writeActivity([entry, { ...entry, id: '2' }], 'ndjson')
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as ActivityEntry)).toEqual([entry, { ...entry, id: '2' }]);
  });

  it('quotes CSV cells with commas and quotes', () => {
    expect(writeActivity([entry], 'csv')).toContain('"ticket ""ORD-2211"", urgent"');
  });

  it('disarms cells that a spreadsheet would run as a formula', () => {
    expect(writeActivity([{ ...entry, reason: '=HYPERLINK("x")' }], 'csv')).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
