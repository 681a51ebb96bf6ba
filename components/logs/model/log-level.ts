export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const NAMED: readonly (readonly [LogLevel, RegExp])[] = [
  ['error', /\b(?:fatal|panic|crit(?:ical)?|err(?:or)?)\b/i],
  ['warn', /\bwarn(?:ing)?\b/i],
  ['info', /\binfo\b/i],
  ['debug', /\b(?:debug|trace)\b/i],
];
const FIELD = /"?(?:level|severity|lvl)"?\s*[=:]\s*"?(\w+)/i;
const KLOG = /^([EWIF])\d{4} \d\d:/;

/** Level of a log line: a `level` field, klog's letter, or a level word among its first 80 characters. */
export function logLevel(text: string): LogLevel | undefined {
  const klog = KLOG.exec(text)?.[1];
  if (klog) return klog === 'W' ? 'warn' : klog === 'I' ? 'info' : 'error';
  const head = FIELD.exec(text)?.[1] ?? text.slice(0, 80);
  return NAMED.find(([, pattern]) => pattern.test(head))?.[0];
}
