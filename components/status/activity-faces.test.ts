import { describe, expect, it } from 'vitest';
import { activityFace, activityVerb } from './activity-faces';

describe('faces of activity', () => {
  it('finds the verb in the ways that actions are written', () => {
    expect(
      ['application.sync', 'applications, delete', 'Refresh', 'resource:patch'].map(activityVerb),
    ).toEqual(['sync', 'delete', 'refresh', 'patch']);
    expect(activityVerb('session.opened')).toBe('other');
  });

  it('never shows a refused or failed act as done', () => {
    expect(activityFace('denied', 'sync')).toEqual({ glyph: 'door-cross', tone: 'bad' });
    expect(activityFace('failed', 'sync')).toEqual({ glyph: 'octagon-cross', tone: 'bad' });
    expect(activityFace('allowed', 'sync').tone).toBe('ok');
  });
});
