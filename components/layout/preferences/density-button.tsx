'use client';

import { Rows3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button/button';
import { usePreferences } from './preferences-context';

/** Says the density of rows and changes it to the other. */
export function DensityButton() {
  const t = useTranslations('settings');
  const { preferences, change } = usePreferences();
  return (
    <Button
      variant="quiet"
      size="small"
      icon={<Rows3 aria-hidden size={16} />}
      aria-label={`${t('density')}: ${t(`densities.${preferences.density}`)}`}
      onClick={() => change({ density: preferences.density === 'compact' ? 'comfortable' : 'compact' })}
    >
      {t(`densities.${preferences.density}`)}
    </Button>
  );
}
