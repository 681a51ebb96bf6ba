'use client';

import { Menu as MenuIcon, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '@/components/ui/button/icon-button';
import { Sheet } from '@/components/ui/overlay/sheet';
import { KeyCap } from '@/components/ui/text/key-cap';
import { FreshnessPill } from '../freshness/freshness-pill';
import { Breadcrumbs } from './breadcrumbs';
import { NavSections } from './nav-sections';

interface TopbarProps {
  readonly onPalette: () => void;
}

export function Topbar({ onPalette }: TopbarProps) {
  const t = useTranslations('shell');
  const [menu, setMenu] = useState(false);
  return (
    <header
      data-print="hide"
      className="sticky top-0 z-20 flex h-12 shrink-0 items-center gap-3 border-b border-line bg-surface px-6 max-sm:px-4"
    >
      <span className="-ml-1 max-sm:hidden md:hidden">
        <IconButton
          label={t('menu')}
          icon={<MenuIcon aria-hidden size={16} />}
          onClick={() => setMenu(true)}
        />
      </span>
      <Breadcrumbs />
      <div className="ml-auto flex shrink-0 items-center gap-2">
        <FreshnessPill />
        <button
          type="button"
          onClick={onPalette}
          aria-keyshortcuts="Meta+K Control+K"
          className="flex h-7 w-44 items-center gap-2 rounded-control border border-line bg-surface px-2 text-body text-fg-3 hover:bg-hover max-lg:hidden"
        >
          <Search aria-hidden size={16} />
          <span className="flex-1 text-left">{t('jump')}</span>
          <KeyCap>⌘K</KeyCap>
        </button>
        <span className="lg:hidden">
          <IconButton label={t('jump')} icon={<Search aria-hidden size={16} />} onClick={onPalette} />
        </span>
      </div>
      <Sheet open={menu} onOpenChange={setMenu} side="left" title={t('pages')} closeLabel={t('close')}>
        <NavSections onNavigate={() => setMenu(false)} />
      </Sheet>
    </header>
  );
}
