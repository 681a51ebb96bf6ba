import { densities, type Density } from '@/components/ui/density/row-heights';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How this person wants the pages to look and answer; kept in a cookie so that the first paint is right. */
export interface Preferences {
  readonly theme: Theme;
  readonly density: Density;
  readonly sidebar: 'open' | 'collapsed';
  /** Single-letter shortcuts; ⌘K and the keys inside lists stay. */
  readonly letters: 'letters' | 'no-letters';
}

export const preferencesCookie = 'promontory-look';

export const defaultPreferences: Preferences = {
  theme: 'system',
  density: 'comfortable',
  sidebar: 'open',
  letters: 'letters',
};

/** Reads `dark.compact.open.letters`; unknown words fall back to the default of their place. */
export function parsePreferences(cookie: string | undefined): Preferences {
  const words = new Set((cookie ?? '').split('.'));
  const pick = <Word extends string>(known: readonly Word[], fallback: Word): Word =>
    known.find((word) => words.has(word)) ?? fallback;
  return {
    theme: pick(themes, defaultPreferences.theme),
    density: pick(densities, defaultPreferences.density),
    sidebar: pick(['open', 'collapsed'], defaultPreferences.sidebar),
    letters: pick(['letters', 'no-letters'], defaultPreferences.letters),
  };
}

export function formatPreferences(preferences: Preferences): string {
  return [preferences.theme, preferences.density, preferences.sidebar, preferences.letters].join('.');
}
