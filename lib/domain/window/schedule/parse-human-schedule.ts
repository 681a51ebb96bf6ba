/** One span of days and clock times; ends are on the next day where they are not after the start. */
interface HumanSpan {
  /** 0 is Sunday. */
  days: number[];
  /** Minutes after midnight. */
  from: number;
  to: number;
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const LOOKS_HUMAN = /\d{1,2}:\d{2}\s*-\s*\d{1,2}:\d{2}/;

/** Whether a schedule is meant as days and clock times rather than as cron. */
export function isHumanSchedule(text: string): boolean {
  return LOOKS_HUMAN.test(text);
}

/**
 * Reads `Mon-Fri 09:00-18:00`: days or ranges of days in a comma list (none: every day), then one or more spans of
 * clock times; `;` parts groups. A span may go over midnight. A text says what is wrong.
 */
export function parseHumanSchedule(text: string): HumanSpan[] | string {
  const spans: HumanSpan[] = [];
  for (const group of text.split(';').map((each) => each.trim())) {
    const [, dayText = '', timeText = ''] =
      /^(.*?)((?:\d{1,2}:\d{2}\s*-\s*\d{1,2}:\d{2}[\s,]*)+)$/.exec(group) ?? [];
    if (timeText === '') return `"${group}" is not like "Mon-Fri 09:00-18:00"`;
    const days = parseDays(dayText.trim().replace(/,$/, ''));
    if (typeof days === 'string') return days;
    for (const [span, h1 = '', m1 = '', h2 = '', m2 = ''] of timeText.matchAll(
      /(\d+):(\d+)\s*-\s*(\d+):(\d+)/g,
    )) {
      const [from, to] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)];
      const isClock = Number(m1) < 60 && Number(m2) < 60 && from < 1440 && to <= 1440;
      if (!isClock) return `"${span}" is no span of clock times`;
      if (from === to) return `"${span}" has no length; a whole day is 00:00-24:00`;
      spans.push({ days, from, to });
    }
  }
  return spans;
}

function parseDays(text: string): number[] | string {
  if (text === '' || /^(daily|every day)$/i.test(text)) return [0, 1, 2, 3, 4, 5, 6];
  const days = new Set<number>();
  for (const part of text.split(',').map((each) => each.trim())) {
    const [from = '', to = from, ...rest] = part.split('-').map((each) => each.trim());
    const [first, last] = [dayNumber(from), dayNumber(to)];
    if (first === undefined || last === undefined || rest.length > 0) {
      return `"${part}" is no day or range of days`;
    }
    for (let day = first; ; day = (day + 1) % 7) {
      days.add(day);
      if (day === last) break;
    }
  }
  return [...days].sort((a, b) => a - b);
}

/** Three letters or the whole English name. */
function dayNumber(text: string): number | undefined {
  const full = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  const name = text.toLowerCase();
  const index = DAYS.indexOf(name) >= 0 ? DAYS.indexOf(name) : full.indexOf(name);
  return index >= 0 ? index : undefined;
}
