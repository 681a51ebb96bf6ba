'use client';

import { clsx } from 'clsx';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { IconButton } from '@/components/ui/button/icon-button';
import { Mark } from '@/components/ui/glyph/mark';
import { useMedia } from '@/components/ui/media/use-media';
import { usePreferences } from '../preferences/preferences-context';
import { NavSections } from './nav-sections';
import { useNavCounts } from './use-nav-counts';

/** 216 px, 48 when collapsed or below 1280 px, absent below 768 px. */
export function Sidebar() {
  const t = useTranslations('shell');
  const { preferences, change } = usePreferences();
  const narrow = useMedia('(max-width: 79.99rem)');
  const collapsed = narrow || preferences.sidebar === 'collapsed';
  const counts = useNavCounts();
  return (
    <aside
      aria-label={t('sidebar')}
      data-print="hide"
      data-rail
      className={clsx(
        'sticky top-0 flex h-dvh shrink-0 flex-col border-r border-line bg-canvas p-2 max-md:hidden max-xl:w-12',
        collapsed ? 'w-12' : 'w-54',
      )}
    >
      <div
        className={clsx('mb-2 flex h-8 items-center', collapsed ? 'justify-center' : 'justify-between pl-2')}
      >
        <Link
          href="/"
          className="flex items-center gap-2 rounded-control text-body font-semibold"
          aria-label={t('home')}
        >
          <Mark />
          {!collapsed && 'Promontory'}
        </Link>
        {!collapsed && (
          <IconButton
            label={t('collapse')}
            icon={<PanelLeftClose aria-hidden size={16} className="text-fg-3" />}
            onClick={() => change({ sidebar: 'collapsed' })}
          />
        )}
      </div>
      <NavSections collapsed={collapsed} counts={counts} />
      {collapsed && !narrow && (
        <IconButton
          label={t('expand')}
          size={32}
          icon={<PanelLeftOpen aria-hidden size={16} className="text-fg-3" />}
          onClick={() => change({ sidebar: 'open' })}
        />
      )}
    </aside>
  );
}
