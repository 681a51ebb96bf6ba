import { describe, expect, it } from 'vitest';
import { appsViews } from './apps-views';

describe('appsViews', () => {
  it('has the biggest environments as tabs with the counts of the server', () => {
    const facets = {
      env: [
        { value: 'dev', count: 3 },
        { value: 'prod', count: 9 },
        { value: 'none', count: 40 },
      ],
      health: [
        { value: 'Degraded', count: 2 },
        { value: 'Missing', count: 1 },
        { value: 'Healthy', count: 9 },
      ],
      sync: [{ value: 'OutOfSync', count: 4 }],
    };
    const views = appsViews(12, facets);
    expect(views.map(({ key, count }) => [key, count])).toEqual([
      ['all', 12],
      ['env-prod', 9],
      ['env-dev', 3],
      ['attention', 3],
      ['behind', 4],
      ['today', undefined],
    ]);
  });

  it('shows no count that it does not know', () => {
    expect(appsViews(undefined, {}).every((view) => view.count === undefined)).toBe(true);
  });
});
