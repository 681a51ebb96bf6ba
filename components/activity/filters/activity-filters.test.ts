import { describe, expect, it } from 'vitest';
import { activityRequest, isFiltered, type ActivityFilters } from './activity-filters';

const none: ActivityFilters = { actor: '', action: '', object: '', project: '', result: null, since: 'ever' };

describe('activityRequest', () => {
  it('sends only what is filtered', () => {
    expect(activityRequest(none, 0)).toEqual({});
    expect(activityRequest({ ...none, actor: 'ada', result: 'denied' }, 0)).toEqual({
      actor: 'ada',
      result: 'denied',
    });
  });

  it('asks for the same start within an hour, so that the cache answers', () => {
    const at = Date.parse('2026-11-23T13:06:00Z');
    expect(activityRequest({ ...none, since: 'day' }, at)).toEqual({ since: '2026-11-22T13:00:00.000Z' });
    expect(activityRequest({ ...none, since: 'day' }, at + 50 * 60_000)).toEqual({
      since: '2026-11-22T13:00:00.000Z',
    });
  });

  it('knows whether an empty list is due to a filter', () => {
    expect(isFiltered(none)).toBe(false);
    expect(isFiltered({ ...none, since: 'week' })).toBe(true);
  });
});
