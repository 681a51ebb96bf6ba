import { readFileSync } from 'node:fs';
import { createTranslator, IntlErrorCode } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { areas } from '@/messages/areas';
import { locales } from '@/messages/locales';

type Tree = { readonly [key: string]: string | Tree };

function load(locale: string, area: string): Map<string, string> {
  const file = new URL(`../../../messages/${locale}/${area}.json`, import.meta.url);
  return new Map(flatten(JSON.parse(readFileSync(file, 'utf8')) as Tree, ''));
}

function flatten(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

/** Names of arguments and tags of an ICU message; braces of plural and select branches open texts, not arguments. */
function placeholders(message: string): string[] {
  const names = new Set(message.match(/<\w+>/g) ?? []);
  const open: ('text' | 'argument')[] = [];
  for (let at = 0; at < message.length; at += 1) {
    if (message[at] === '}') open.pop();
    if (message[at] !== '{') continue;
    const isBranch = open.at(-1) === 'argument';
    open.push(isBranch ? 'text' : 'argument');
    if (!isBranch) names.add(/\w+/.exec(message.slice(at))?.[0] ?? '');
  }
  return [...names].sort();
}

describe.each(areas)('messages of %s', (area) => {
  const english = load('en', area);

  it.each(locales)('has every text, with the same arguments, in %s', (locale) => {
    const texts = load(locale, area);
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of texts) {
      expect({ key, names: placeholders(text) }).toEqual({
        key,
        names: placeholders(english.get(key) ?? ''),
      });
    }
  });

  it.each(locales)('can be read by the formatter in %s', (locale) => {
    for (const [key, text] of load(locale, area)) {
      const broken: string[] = [];
      const translate = createTranslator({
        locale,
        messages: { text },
        onError: (error) => error.code === IntlErrorCode.INVALID_MESSAGE && broken.push(error.message),
      });
      translate('text');
      expect({ key, broken }).toEqual({ key, broken: [] });
    }
  });

  it.each(locales)('keeps the tone of the house in %s', (locale) => {
    for (const text of load(locale, area).values()) {
      expect(text).not.toMatch(/successfully|please|s’il vous plaît|s'il vous plaît|avec succès/i);
      expect(text).not.toContain('!');
    }
  });

  it('puts a no-break space before French double punctuation', () => {
    for (const text of load('fr', area).values())
      expect(text).not.toMatch(/[^\u00a0\u202f] [:;?%»](?=\s|$|<)| [;?%»]/);
  });
});
