import cronstrue from 'cronstrue';
import type { SyncWindow } from '../../project/app-project';
import { isHumanSchedule } from './parse-human-schedule';
import { parseCron } from './parse-cron';

/** A schedule in words: "At 10:00 PM, Monday through Friday, for 1h, Europe/Paris". As written where it cannot be read. */
export function describeSchedule(window: Pick<SyncWindow, 'schedule' | 'duration' | 'timeZone'>): string {
  const schedule = window.schedule ?? '';
  const zone = window.timeZone ? `, ${window.timeZone}` : '';
  if (isHumanSchedule(schedule)) return `${schedule}${zone}`;
  if (!parseCron(schedule).ok) return schedule;
  const plain = schedule.replace(/^(?:CRON_)?TZ=\S*\s+/, '').trim();
  const words = cronstrue.toString(plain, { use24HourTimeFormat: true, throwExceptionOnParseError: false });
  return `${words}${window.duration ? `, for ${window.duration}` : ''}${zone}`;
}
