import { describe, expect, it } from 'vitest';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import type { AppProject, SyncWindow } from '@/lib/domain/project/app-project';
import { calendarDays, startOfDay } from './calendar-days';
import { judgedRules } from './judged-rules';
import { laneSegments } from './lane-segments';
import { nextOpenings } from './next-openings';
import { windowLanes } from './window-lanes';

const hours: SyncWindow = {
  kind: 'allow',
  schedule: 'Mon-Fri 09:00-18:00',
  timeZone: 'UTC',
  applications: ['*'],
  description: 'Hours',
};
const freeze: SyncWindow = {
  kind: 'deny',
  schedule: '0 12 23 11 *',
  duration: '18h',
  timeZone: 'UTC',
  clusters: ['prod-us'],
  description: 'Freeze',
};
const at = (text: string) => new Date(`2026-11-${text}:00Z`);
const subject = { name: 'web', destination: { namespace: 'shop', server: '', name: 'prod-us' } };

describe('laneSegments', () => {
  it('fills the lane with what holds: a deny closes inside opening hours, other times are outside', () => {
    const segments = laneSegments([hours, freeze], at('23T00:00'), at('24T12:00'));
    expect(segments.map((each) => [each.state, each.from.toISOString().slice(8, 16)])).toEqual([
      ['outside', '23T00:00'],
      ['open', '23T09:00'],
      ['closed', '23T12:00'],
      ['outside', '24T06:00'],
      ['open', '24T09:00'],
    ]);
  });

  it('is open without any window and closed by one that cannot be read', () => {
    expect(laneSegments([], at('23T00:00'), at('24T00:00')).map((each) => each.state)).toEqual(['open']);
    expect(
      laneSegments([{ kind: 'allow', schedule: 'nonsense' }], at('23T00:00'), at('24T00:00')).map(
        (each) => each.state,
      ),
    ).toEqual(['closed']);
  });
});

describe('judgedRules', () => {
  it('lists every rule in the order it was judged', () => {
    const other: SyncWindow = { ...freeze, clusters: ['prod-eu'], description: 'Other' };
    const later: SyncWindow = { ...freeze, schedule: '0 12 26 11 *', description: 'Later' };
    const rules = judgedRules([other, later, hours, freeze], subject, at('23T14:00'));
    expect(rules.map((rule) => [rule.window.description, rule.verdict])).toEqual([
      ['Freeze', 'denies'],
      ['Hours', 'allows'],
      ['Later', 'not-active'],
      ['Other', 'no-match'],
    ]);
    expect(rules[0]?.at?.toISOString()).toBe('2026-11-24T06:00:00.000Z');
  });
});

describe('nextOpenings', () => {
  it('begins after the deny and skips the weekend', () => {
    const openings = nextOpenings([hours, freeze], at('23T14:00'));
    expect(openings.map((each) => each.from.toISOString().slice(8, 16))).toEqual([
      '24T09:00',
      '25T09:00',
      '26T09:00',
      '27T09:00',
      '30T09:00',
    ]);
  });
});

describe('windowLanes', () => {
  it('puts applications together that the same windows are about, lanes with windows first', () => {
    const row = (name: string, cluster: string) =>
      ({ name, project: 'shop', destination: { cluster, server: '', namespace: 'shop' } }) as ApplicationRow;
    const project = { metadata: { name: 'shop' }, spec: { syncWindows: [freeze] } } as unknown as AppProject;
    const lanes = windowLanes([row('a', 'dev'), row('b', 'prod-us'), row('c', 'prod-us')], [project]);
    expect(lanes.map((lane) => [lane.cluster, lane.applications.length, lane.windows.length])).toEqual([
      ['prod-us', 2, 1],
      ['dev', 1, 0],
    ]);
  });
});

describe('calendarDays', () => {
  it('starts days at midnight of the zone, also when the clocks change', () => {
    const first = startOfDay(new Date('2026-10-24T10:00:00Z'), 'Europe/Paris');
    expect(calendarDays(first, 3, 'Europe/Paris').map((day) => day.toISOString())).toEqual([
      '2026-10-23T22:00:00.000Z',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
      '2026-10-26T23:00:00.000Z',
    ]);
  });
});
