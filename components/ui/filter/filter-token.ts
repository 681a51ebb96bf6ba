/** One condition of a filter as people type it: `health:degraded`, `-label:canary`, `changed<1h`, or a bare word. */
export interface FilterToken {
  readonly text: string;
  readonly negated: boolean;
  readonly key: string | undefined;
  readonly operator: ':' | '<' | '>' | '=' | undefined;
  readonly value: string;
}

const tokenPattern = /^(-?)(?:([a-z][\w./-]*)([:<>=]))?(.+)$/i;

/** Splits at blanks outside double quotes; an unclosed quote runs to the end. */
export function splitFilter(text: string): string[] {
  return text.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];
}

export function readToken(text: string): FilterToken {
  const match = tokenPattern.exec(text);
  const [, minus = '', key, operator, value = ''] = match ?? [];
  return {
    text,
    negated: minus === '-',
    key: key?.toLowerCase(),
    operator: operator as FilterToken['operator'],
    value: value.replace(/^"(.*?)"?$/, '$1'),
  };
}

/** Adds what was typed as tokens, each once, keeping the order. */
export function addToFilter(filter: string, typed: string): string {
  return [...new Set([...splitFilter(filter), ...splitFilter(typed)])].join(' ');
}

export function removeFromFilter(filter: string, token: string): string {
  return splitFilter(filter)
    .filter((candidate) => candidate !== token)
    .join(' ');
}
