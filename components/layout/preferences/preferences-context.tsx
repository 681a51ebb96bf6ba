'use client';

import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { ActionProvider } from '@/components/ui/actions/action-context';
import { DensityContext } from '@/components/ui/density/density-context';
import { setCookie } from './set-cookie';
import { defaultPreferences, formatPreferences, preferencesCookie, type Preferences } from './preferences';

interface PreferencesValue {
  readonly preferences: Preferences;
  readonly change: (change: Partial<Preferences>) => void;
}

const PreferencesContext = createContext<PreferencesValue>({
  preferences: defaultPreferences,
  change: () => undefined,
});

interface PreferencesProviderProps {
  readonly initial: Preferences;
  readonly children: ReactNode;
}

/** Applies a change at once, to the document and to the cookie. */
export function PreferencesProvider({ initial, children }: PreferencesProviderProps) {
  const [preferences, setPreferences] = useState(initial);
  const change = useCallback(
    (part: Partial<Preferences>) => {
      const next = { ...preferences, ...part };
      setPreferences(next);
      setCookie(preferencesCookie, formatPreferences(next));
      document.documentElement.dataset['theme'] = next.theme;
      document.documentElement.dataset['density'] = next.density;
    },
    [preferences],
  );
  return (
    <PreferencesContext value={{ preferences, change }}>
      <DensityContext value={preferences.density}>
        <ActionProvider letters={preferences.letters === 'letters'}>{children}</ActionProvider>
      </DensityContext>
    </PreferencesContext>
  );
}

export function usePreferences(): PreferencesValue {
  return use(PreferencesContext);
}
