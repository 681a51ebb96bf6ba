'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { Action } from '@/components/ui/actions/action';
import { usePreferences } from '../preferences/preferences-context';
import { useLanguage } from '../preferences/use-language';
import { navigation } from '../shell/navigation';

interface ShellActionsOptions {
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

/** What can be done from everywhere. */
export function useShellActions({ onPalette, onHelp }: ShellActionsOptions): Action[] {
  const t = useTranslations('shell');
  const router = useRouter();
  const { preferences, change } = usePreferences();
  const language = useLanguage();
  const nextTheme = preferences.theme === 'dark' ? 'light' : 'dark';
  const nextDensity = preferences.density === 'compact' ? 'comfortable' : 'compact';
  const nextLocale = language.locale === 'en' ? 'fr' : 'en';
  return [
    { id: 'palette', label: t('jump'), section: 'go', keys: 'mod+k', hidden: true, run: onPalette },
    ...navigation.map((entry): Action => ({
      id: `go-${entry.key}`,
      label: t(`nav.${entry.key}`),
      section: 'go',
      keys: `g ${entry.letter}`,
      run: () => router.push(entry.href),
    })),
    { id: 'help', label: t('help.title'), section: 'look', keys: '?', run: onHelp },
    {
      id: 'theme',
      label: t(`actions.${nextTheme}`),
      section: 'look',
      run: () => change({ theme: nextTheme }),
    },
    {
      id: 'density',
      label: t(`actions.${nextDensity}`),
      section: 'look',
      run: () => change({ density: nextDensity }),
    },
    {
      id: 'language',
      label: t(`actions.${nextLocale}`),
      section: 'look',
      run: () => language.change(nextLocale),
    },
  ];
}
