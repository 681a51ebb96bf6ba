/** A five-field schedule whose fields are spelt out, so that no library has to know the dialect. */
type ParsedCron =
  | {
      ok: true;
      /** Fields as lists of numbers, or `*`. */ pattern: string;
      /** Of a `TZ=` prefix. */ zone?: string;
    }
  | { ok: false; message: string };

interface Field {
  name: string;
  min: number;
  max: number;
  names: string[];
}

const FIELDS: Field[] = [
  { name: 'minute', min: 0, max: 59, names: [] },
  { name: 'hour', min: 0, max: 23, names: [] },
  { name: 'day of month', min: 1, max: 31, names: [] },
  {
    name: 'month',
    min: 1,
    max: 12,
    names: ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  },
  { name: 'day of week', min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

/**
 * Reads a schedule as Argo CD does: five fields, names of three letters, `?` for `*`, Sunday only as 0, no macros. A
 * star with a step of 1 leaves the other day field to decide; any other pair of day fields is an "or".
 */
export function parseCron(text: string): ParsedCron {
  const prefix = /^(?:CRON_)?TZ=(\S*)\s+(.*)$/s.exec(text);
  const words = (prefix?.[2] ?? text)
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length !== FIELDS.length) {
    return { ok: false, message: `a schedule has five fields, "${text}" has ${words.length}` };
  }
  const parts: string[] = [];
  for (const [index, field] of FIELDS.entries()) {
    const values = parseField(words[index] ?? '', field);
    if (typeof values === 'string') return { ok: false, message: values };
    parts.push(values === undefined ? '*' : values.join(','));
  }
  const zone = prefix?.[1] === '' ? 'UTC' : prefix?.[1];
  return { ok: true, pattern: parts.join(' '), ...(zone === undefined ? {} : { zone }) };
}

/** Values of one field, undefined for all of them; a text says what is wrong. */
function parseField(text: string, field: Field): number[] | undefined | string {
  const values = new Set<number>();
  let isStar = false;
  for (const part of text.split(',').filter((each) => each !== '')) {
    const range = parseRange(part, field);
    if (typeof range === 'string') return `${field.name} "${text}": ${range}`;
    isStar ||= range.isStar;
    for (let value = range.from; value <= range.to; value += range.step) values.add(value);
  }
  if (values.size === 0) return `${field.name} "${text}" names no value`;
  return isStar ? undefined : [...values].sort((a, b) => a - b);
}

function parseRange(
  text: string,
  field: Field,
): { from: number; to: number; step: number; isStar: boolean } | string {
  const [span = '', stepText, ...rest] = text.split('/');
  const [low = '', high, ...more] = span.split('-');
  if (rest.length > 0 || more.length > 0) return 'too many parts';
  const step = stepText === undefined ? 1 : parseNumber(stepText, []);
  if (step === undefined || step === 0) return `"${stepText ?? ''}" is no step`;
  if (low === '*' || low === '?') return { from: field.min, to: field.max, step, isStar: step === 1 };
  const from = parseNumber(low, field.names);
  const to =
    high === undefined ? (stepText === undefined ? from : field.max) : parseNumber(high, field.names);
  if (from === undefined || to === undefined) return `"${span}" is no value`;
  if (from < field.min || to > field.max) return `"${span}" is not within ${field.min}-${field.max}`;
  return from > to ? `"${span}" ends before it begins` : { from, to, step, isStar: false };
}

function parseNumber(text: string, names: string[]): number | undefined {
  const named = text === '' ? -1 : names.indexOf(text.toLowerCase());
  if (named >= 0) return named;
  return /^\+?\d+$/.test(text) ? Number(text) : undefined;
}
