import { describe, expect, it } from 'vitest';
import type { SyncWindow } from '../../project/app-project';
import { evaluateWindows } from './evaluate-windows';
import { validateWindow } from './validate-window';

const subject = { name: 'web', destination: { namespace: 'shop', server: 'https://x', name: '' } };
const all = { applications: ['*'] };

function evaluate(windows: SyncWindow[], at: string, manual = false) {
  return evaluateWindows(windows, subject, new Date(at), { manual });
}

describe('days and clock times', () => {
  const office: SyncWindow = {
    ...all,
    kind: 'allow',
    schedule: 'Mon-Fri 09:00-18:00',
    timeZone: 'Europe/Paris',
  };

  it('open and close by the clock of the zone, and say when', () => {
    const friday = evaluate([office], '2026-01-09T16:30:00Z');
    expect([friday.allowed, friday.nextClose]).toEqual([true, new Date('2026-01-09T17:00:00Z')]);
    const saturday = evaluate([office], '2026-01-10T10:00:00Z');
    expect([saturday.allowed, saturday.nextOpen]).toEqual([false, new Date('2026-01-12T08:00:00Z')]);
    expect(saturday.reason).toBe('the allow window "Mon-Fri 09:00-18:00" is closed');
  });

  it('keep the clock over a change of the clocks', () => {
    const night: SyncWindow = { ...all, kind: 'deny', schedule: 'Sat 22:00-06:00', timeZone: 'Europe/Paris' };
    // The clocks go forward on 29 March 2026: six in the morning is 04:00 UTC, not 05:00.
    expect(evaluate([night], '2026-03-29T03:59:00Z').allowed).toBe(false);
    expect(evaluate([night], '2026-03-29T04:01:00Z').allowed).toBe(true);
  });

  it('take several spans and groups, over midnight too', () => {
    const schedule = 'Mon,Wed 09:00-12:00, 13:00-17:00; Fri-Sat 22:00-02:00';
    const window: SyncWindow = { ...all, kind: 'allow', schedule };
    const open = (at: string): boolean => evaluate([window], at).allowed;
    expect(open('2026-01-07T10:00:00Z')).toBe(true);
    expect(open('2026-01-07T12:30:00Z')).toBe(false);
    expect(open('2026-01-07T13:30:00Z')).toBe(true);
    expect(open('2026-01-11T01:00:00Z')).toBe(true);
    expect(open('2026-01-11T03:00:00Z')).toBe(false);
  });

  it.each(['Mon-Fry 09:00-18:00', 'Mon 25:00-26:00', 'Mon 09:00-09:00', 'Mon 09:00-18:00 maybe'])(
    'refuse "%s"',
    (schedule) => {
      expect(validateWindow({ ...all, kind: 'allow', schedule })[0]?.field).toBe('schedule');
    },
  );
});

describe('the next change', () => {
  it('looks past edges that change nothing', () => {
    const windows: SyncWindow[] = [
      { ...all, kind: 'deny', schedule: '0 8 * * *', duration: '4h' },
      { ...all, kind: 'deny', schedule: '0 10 * * *', duration: '5h' },
    ];
    const { allowed, nextOpen } = evaluate(windows, '2026-01-01T09:00:00Z');
    expect([allowed, nextOpen]).toEqual([false, new Date('2026-01-01T15:00:00Z')]);
  });

  it('does not exist while a window that matches cannot be read', () => {
    const broken = evaluate(
      [{ ...all, kind: 'deny', schedule: 'bad', duration: '1h' }],
      '2026-01-01T00:00:00Z',
    );
    expect(broken).toMatchObject({
      allowed: false,
      nextOpen: undefined,
      errors: [{ index: 0, field: 'schedule' }],
    });
    expect(broken.reason).toContain('cannot be read');
  });

  it('lets a person through where the window says so', () => {
    const window: SyncWindow = {
      ...all,
      kind: 'deny',
      schedule: '* * * * *',
      duration: '1h',
      manualSync: true,
    };
    expect(evaluate([window], '2026-01-01T00:00:30Z', true).allowed).toBe(true);
    expect(evaluate([window], '2026-01-01T00:00:30Z').allowed).toBe(false);
  });
});
