'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CheckboxRow } from '@/components/ui/form/checkbox';
import { SegmentedControl } from '@/components/ui/form/segmented-control';
import { densities } from '@/components/ui/density/row-heights';
import { SectionHead } from '@/components/ui/text/section-head';
import { locales } from '@/messages/locales';
import { themes } from './preferences';
import { usePreferences } from './preferences-context';
import { useLanguage } from './use-language';

/** Theme, rows, language and keys; every choice takes effect at once. */
export function SettingsForm() {
  const t = useTranslations('settings');
  const zone = useTimeZone() ?? 'UTC';
  const { preferences, change } = usePreferences();
  const language = useLanguage();
  return (
    <div className="flex max-w-3xl flex-col px-6 pt-3 pb-8 max-sm:px-4">
      <SectionHead title={t('appearance')} />
      <SettingRow title={t('theme')} hint={t('themeHint')}>
        <SegmentedControl
          label={t('theme')}
          value={preferences.theme}
          segments={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
          onChange={(theme) => change({ theme })}
        />
      </SettingRow>
      <SettingRow title={t('density')} hint={t('densityHint')}>
        <SegmentedControl
          label={t('density')}
          value={preferences.density}
          segments={densities.map((value) => ({ value, label: t(`densities.${value}`) }))}
          onChange={(density) => change({ density })}
        />
      </SettingRow>
      <SettingRow title={t('language')} hint={t('languageHint', { zone })}>
        <SegmentedControl
          label={t('language')}
          value={language.locale}
          segments={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
          onChange={language.change}
        />
      </SettingRow>
      <div className="mt-6">
        <SectionHead title={t('keyboard')} />
      </div>
      <div className="border-t border-line-2 py-3">
        <CheckboxRow
          label={t('letters')}
          hint={t('lettersHint')}
          checked={preferences.letters === 'letters'}
          onChange={(event) => change({ letters: event.target.checked ? 'letters' : 'no-letters' })}
        />
      </div>
    </div>
  );
}

interface SettingRowProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}

function SettingRow({ title, hint, children }: SettingRowProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line-2 py-3">
      <div className="min-w-0">
        <p className="text-body font-medium text-fg">{title}</p>
        <p className="text-meta text-fg-3">{hint}</p>
      </div>
      {children}
    </div>
  );
}
