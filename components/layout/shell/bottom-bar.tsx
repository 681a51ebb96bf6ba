'use client';

import { clsx } from 'clsx';
import { Menu } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { Sheet } from '@/components/ui/overlay/sheet';
import { NavSections } from './nav-sections';
import { currentEntry, navigation } from './navigation';

const look = 'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-axis focus-inset';

/** Five places under the thumb on a phone: four pages, and the list of all. */
export function BottomBar() {
  const t = useTranslations('shell');
  const [open, setOpen] = useState(false);
  const current = currentEntry(usePathname())?.key;
  return (
    <nav
      aria-label={t('places')}
      data-print="hide"
      className="fixed inset-x-0 bottom-0 z-30 flex h-14 border-t border-line bg-surface sm:hidden"
    >
      {navigation.slice(0, 4).map((entry) => (
        <Link
          key={entry.key}
          href={entry.href}
          aria-current={entry.key === current ? 'page' : undefined}
          className={clsx(look, entry.key === current ? 'font-semibold text-fg' : 'text-fg-2')}
        >
          <entry.icon aria-hidden size={16} />
          <span className="max-w-full truncate">{t(`nav.${entry.key}`)}</span>
        </Link>
      ))}
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className={clsx(look, 'text-fg-2')}
      >
        <Menu aria-hidden size={16} />
        <span>{t('more')}</span>
      </button>
      <Sheet open={open} onOpenChange={setOpen} side="bottom" title={t('pages')} closeLabel={t('close')}>
        <NavSections onNavigate={() => setOpen(false)} />
      </Sheet>
    </nav>
  );
}
