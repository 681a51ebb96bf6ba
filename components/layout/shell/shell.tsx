'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { useActions } from '@/components/ui/actions/action-context';
import { useShellActions } from '../palette/use-shell-actions';
import { BottomBar } from './bottom-bar';
import { Sidebar } from './sidebar';
import { Topbar } from './topbar';
import { useFocusOnNavigation } from './use-focus-on-navigation';

const CommandPalette = dynamic(() =>
  import('../palette/command-palette').then((module) => module.CommandPalette),
);
const HelpDialog = dynamic(() => import('../help/help-dialog').then((module) => module.HelpDialog));

/** The frame around every page: sidebar, header, page, and on phones the bar at the bottom. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('shell');
  const [open, setOpen] = useState<'palette' | 'help' | 'nothing'>('nothing');
  const close = () => setOpen('nothing');
  useActions(useShellActions({ onPalette: () => setOpen('palette'), onHelp: () => setOpen('help') }));
  useFocusOnNavigation();
  return (
    <div className="flex min-h-dvh">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-raised focus:px-3 focus:py-2 focus:shadow-pop"
      >
        {t('skip')}
      </a>
      <Sidebar />
      <div className="flex min-w-0 flex-1 flex-col max-sm:pb-14">
        <Topbar onPalette={() => setOpen('palette')} />
        <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
          {children}
        </main>
      </div>
      <BottomBar />
      {open === 'palette' && <CommandPalette onClose={close} />}
      {open === 'help' && <HelpDialog onClose={close} />}
    </div>
  );
}
