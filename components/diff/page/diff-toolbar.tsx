'use client';

import { Pilcrow, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button/button';
import { SegmentedControl } from '@/components/ui/form/segmented-control';
import { KeyCap } from '@/components/ui/text/key-cap';
import type { DiffLayout } from '../view/manifest-diff';

export interface DiffSettings {
  readonly layout: DiffLayout;
  readonly managers: boolean;
  readonly ignoreWhitespace: boolean;
}

interface DiffToolbarProps {
  readonly settings: DiffSettings;
  readonly onChange: (settings: Partial<DiffSettings>) => void;
  readonly viewed: number;
  readonly total: number;
  /** What is compared with what. */
  readonly children: ReactNode;
}

export function DiffToolbar({ settings, onChange, viewed, total, children }: DiffToolbarProps) {
  const t = useTranslations('diff');
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar')}
      className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-6 py-1.5 max-sm:px-4"
    >
      {children}
      <span className="nums ml-auto text-meta text-fg-2">{t('viewedOf', { viewed, total })}</span>
      <span className="max-md:hidden">
        <SegmentedControl
          label={t('layout')}
          value={settings.layout}
          segments={[
            { value: 'split', label: t('split') },
            { value: 'unified', label: t('unified') },
          ]}
          onChange={(layout) => onChange({ layout })}
        />
      </span>
      <Button
        variant="quiet"
        aria-pressed={!settings.ignoreWhitespace}
        icon={<Pilcrow aria-hidden />}
        className="aria-pressed:bg-press"
        onClick={() => onChange({ ignoreWhitespace: !settings.ignoreWhitespace })}
      >
        {t('whitespace')}
      </Button>
      <Button
        variant="quiet"
        aria-pressed={settings.managers}
        icon={<Users aria-hidden />}
        className="aria-pressed:bg-press"
        onClick={() => onChange({ managers: !settings.managers })}
      >
        {t('managers')}
      </Button>
      <span className="flex items-center gap-1 text-meta text-fg-3 max-xl:hidden">
        <KeyCap>n</KeyCap>
        <KeyCap>p</KeyCap>
        {t('nextChange')}
      </span>
    </div>
  );
}
