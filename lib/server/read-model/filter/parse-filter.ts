import {
  AGE_KEYS,
  FILTER_KEYS,
  type AgeKey,
  type FilterKey,
} from '@/lib/contracts/application/application-query';

export type FilterToken =
  | { type: 'text'; text: string; negated: boolean }
  | { type: 'values'; key: FilterKey; values: string[]; negated: boolean }
  | { type: 'age'; key: AgeKey; newerThan: boolean; ms: number; negated: boolean };

export interface ParsedFilter {
  tokens: FilterToken[];
  notUnderstood: { token: string; reason: string }[];
}

const UNIT_MS: Record<string, number> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };

/** `health:degraded,missing env:prod -label:canary changed<1h web` → tokens. All must hold; a comma means either. */
export function parseFilter(text: string): ParsedFilter {
  const parsed: ParsedFilter = { tokens: [], notUnderstood: [] };
  for (const written of text.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? []) {
    const negated = written.startsWith('-') && written.length > 1;
    const token = parseToken(negated ? written.slice(1) : written, negated);
    if (typeof token === 'string') parsed.notUnderstood.push({ token: written, reason: token });
    else parsed.tokens.push(token);
  }
  return parsed;
}

/** The token, or why it means nothing. */
function parseToken(text: string, negated: boolean): FilterToken | string {
  const age = /^([a-z]+)([<>])(.*)$/i.exec(text);
  if (age) return parseAge(age[1] ?? '', age[2] ?? '', age[3] ?? '', negated);
  const colon = text.indexOf(':');
  if (colon < 1) return { type: 'text', text: unquote(text).toLowerCase(), negated };
  const key = text.slice(0, colon).toLowerCase();
  if (!isFilterKey(key)) return `There is no filter "${key}": use ${FILTER_KEYS.join(', ')}.`;
  const values = text
    .slice(colon + 1)
    .split(',')
    .map((each) => unquote(each).toLowerCase())
    .filter(Boolean);
  return values.length > 0 ? { type: 'values', key, values, negated } : `"${key}:" needs a value.`;
}

function parseAge(name: string, sign: string, span: string, negated: boolean): FilterToken | string {
  const key = AGE_KEYS.find((each) => each === name.toLowerCase());
  if (!key) return `Only ${AGE_KEYS.join(' and ')} can be compared with an age.`;
  const [, count, unit] = /^(\d{1,6})([smhdw])$/.exec(span) ?? [];
  if (!count || !unit) return `"${span}" is not an age: write 30m, 1h, 2d or 1w.`;
  return { type: 'age', key, newerThan: sign === '<', ms: Number(count) * (UNIT_MS[unit] ?? 0), negated };
}

function isFilterKey(key: string): key is FilterKey {
  return FILTER_KEYS.some((each) => each === key);
}

const unquote = (text: string) => text.replaceAll('"', '');
