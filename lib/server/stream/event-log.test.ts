import { describe, expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/contracts/stream/stream-events';
import { application, FakeEngine } from '../__fixtures__/fake-engine';
import { toApplicationRow } from '../read-model/application/application-row';
import { EventLog } from './event-log';

const small: StreamEvent = { type: 'reset' };

describe('EventLog', () => {
  it('gives what came after an id, nothing after the last, and refuses what it no longer has', () => {
    const log = new EventLog('e', 3);
    const start = log.lastId;
    const ids = [1, 2, 3, 4].map(() => log.append([], small).id);
    expect(log.after(ids[1]!)?.map((each) => each.id)).toEqual(ids.slice(2));
    expect(log.after(log.lastId)).toEqual([]);
    expect(log.after(start)).toBeUndefined();
    expect(log.after('e-99')).toBeUndefined();
    expect(log.after('other-1')).toBeUndefined();
  });

  it('keeps fewer events when they are large, and always the last', () => {
    const engine = new FakeEngine();
    engine.put(application('a'));
    const [row] = engine.applications().map((facts) => toApplicationRow(facts, 'in-cluster'));
    const large: StreamEvent = {
      type: 'applications.changed',
      rows: Array.from({ length: 50 }, () => row!),
      removed: [],
    };
    const log = new EventLog('e', 100);
    const first = log.append([], large);
    log.append([], large);
    expect(log.after(first.id)).toHaveLength(1);
    log.append([], { ...large, rows: Array.from({ length: 500 }, () => row!) });
    expect(log.after(first.id)).toBeUndefined();
    expect(log.after('e-2')).toHaveLength(1);
  });
});
