/** The languages of the product; each has a folder of the same name with one file per area. */
export const locales = ['en', 'fr'] as const;
export type Locale = (typeof locales)[number];

export const localeCookie = 'promontory-locale';
export const timeZoneCookie = 'promontory-zone';

export function isLocale(value: string | undefined): value is Locale {
  return locales.some((locale) => locale === value);
}
