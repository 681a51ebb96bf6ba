import { describe, expect, it } from 'vitest';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import { verdictClauses } from './verdict';

type Change = Omit<Partial<ApplicationDetail>, 'row'> & { row?: Partial<ApplicationDetail['row']> };

/** Only what the sentence reads. */
function detail(change: Change): ApplicationDetail {
  const base = {
    row: {
      sync: { status: 'Synced', revision: '', comparedAt: null },
      health: { status: 'Healthy', message: '', since: null },
      operation: null,
      conditions: [],
      deletingSince: null,
      window: { open: true, manualOpen: true, reason: '', until: null },
      ...change.row,
    },
    verdict: change.verdict ?? { resources: 41, differ: 0, toPrune: 0, missing: 0, problems: [] },
  };
  return base as unknown as ApplicationDetail;
}

describe('verdictClauses', () => {
  it('says of a calm application only that all is in sync and healthy', () => {
    expect(verdictClauses(detail({}))).toEqual([{ type: 'synced', resources: 41, isHealthy: true }]);
  });

  it('counts what differs and names the worst resource', () => {
    const problem = {
      group: 'apps',
      kind: 'Deployment',
      namespace: 'shop',
      name: 'web',
      health: 'Degraded',
      message: '1 of 9 Pods is not ready',
    };
    const clauses = verdictClauses(
      detail({
        row: {
          sync: { status: 'OutOfSync', revision: '', comparedAt: null },
          health: { status: 'Degraded', message: '', since: null },
        },
        verdict: { resources: 41, differ: 2, toPrune: 1, missing: 0, problems: [problem] },
      }),
    );
    expect(clauses).toEqual([
      { type: 'out-of-sync', differ: 2, resources: 41, toPrune: 1, missing: 0 },
      {
        type: 'problem',
        health: 'Degraded',
        kind: 'Deployment',
        name: 'web',
        message: '1 of 9 Pods is not ready',
        others: 0,
      },
    ]);
  });

  it('puts an error first and never says more than three clauses', () => {
    const clauses = verdictClauses(
      detail({
        row: {
          conditions: [{ type: 'ComparisonError', message: 'app path does not exist', since: null }],
          sync: { status: 'Unknown', revision: '', comparedAt: null },
          health: { status: 'Progressing', message: '', since: null },
          deletingSince: '2026-11-23T13:00:00Z',
          operation: { phase: 'Running', message: '', startedAt: '2026-11-23T13:00:00Z', finishedAt: null },
          window: { open: false, manualOpen: false, reason: 'Freeze', until: null },
        },
      }),
    );
    expect(clauses.map((clause) => clause.type)).toEqual(['error', 'deleting', 'syncing']);
  });

  it('says what is closed, by which rule and until when', () => {
    const window = {
      open: false,
      manualOpen: false,
      reason: 'Peak-load rehearsal',
      until: '2026-11-24T05:00:00Z',
    };
    expect(verdictClauses(detail({ row: { window } })).at(-1)).toEqual({
      type: 'closed',
      reason: 'Peak-load rehearsal',
      until: '2026-11-24T05:00:00Z',
    });
  });
});
