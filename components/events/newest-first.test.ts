import { describe, expect, it } from 'vitest';
import type { ResourceEvent } from '@/lib/contracts/resource/live-resource';
import { newestFirst } from './newest-first';

const event = (uid: string, lastSeen: string | null) => ({ uid, lastSeen }) as ResourceEvent;

describe('newestFirst', () => {
  it('puts the latest sighting first and events without a time last', () => {
    const events = [event('a', null), event('b', '2026-11-23T10:00:00Z'), event('c', '2026-11-23T11:00:00Z')];
    expect(newestFirst(events).map((it) => it.uid)).toEqual(['c', 'b', 'a']);
  });
});
