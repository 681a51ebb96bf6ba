import { isLocale, locales, type Locale } from '@/messages/locales';

interface LanguageRange {
  readonly tag: string;
  readonly quality: number;
}

/** The stored choice wins, then the first known language of an Accept-Language header (RFC 9110 §12.5.4), then English. */
export function pickLocale(stored: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(stored)) return stored;
  const known = parseAcceptLanguage(acceptLanguage ?? '')
    .map((range) => locales.find((locale) => range.tag === locale || range.tag.startsWith(`${locale}-`)))
    .find((locale) => locale !== undefined);
  return known ?? 'en';
}

function parseAcceptLanguage(header: string): LanguageRange[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((range) => range.tag !== '' && range.quality > 0)
    .sort((a, b) => b.quality - a.quality);
}
