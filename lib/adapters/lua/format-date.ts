const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const two = (value: number): string => String(value).padStart(2, '0');

const FORMATS: Readonly<Record<string, (date: Date) => string>> = {
  Y: (date) => String(date.getUTCFullYear()),
  y: (date) => two(date.getUTCFullYear() % 100),
  m: (date) => two(date.getUTCMonth() + 1),
  d: (date) => two(date.getUTCDate()),
  H: (date) => two(date.getUTCHours()),
  I: (date) => two(date.getUTCHours() % 12 || 12),
  M: (date) => two(date.getUTCMinutes()),
  S: (date) => two(date.getUTCSeconds()),
  p: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  A: (date) => DAYS[date.getUTCDay()] ?? '',
  a: (date) => (DAYS[date.getUTCDay()] ?? '').slice(0, 3),
  B: (date) => MONTHS[date.getUTCMonth()] ?? '',
  b: (date) => (MONTHS[date.getUTCMonth()] ?? '').slice(0, 3),
  w: (date) => String(date.getUTCDay()),
  Z: () => 'UTC',
  z: () => '+0000',
  '%': () => '%',
};
const COMPOSED: Readonly<Record<string, string>> = {
  X: '%H:%M:%S',
  T: '%H:%M:%S',
  x: '%m/%d/%y',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  c: '%a %b %d %H:%M:%S %Y',
};

/** Lua's `os.date` format. Always UTC, with or without `!`: scripts must not depend on where the server stands. */
export function formatDate(format: string, date: Date): string {
  const plain = format
    .replace(/^!/, '')
    .replace(/%([XTxDFc])/g, (found, letter: string) => COMPOSED[letter] ?? found);
  return plain.replace(/%(.)/g, (found, letter: string) => FORMATS[letter]?.(date) ?? found);
}
