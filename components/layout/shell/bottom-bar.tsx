'use client';

import { clsx } from 'clsx';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { currentEntry, navigation } from './navigation';

const look = 'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-axis focus-inset';

/** Five places under the thumb on a phone. */
export function BottomBar({ onPalette }: { readonly onPalette: () => void }) {
  const t = useTranslations('shell');
  const current = currentEntry(usePathname())?.key;
  return (
    <nav
      aria-label={t('places')}
      data-print="hide"
      className="fixed inset-x-0 bottom-0 z-30 flex h-14 border-t border-line bg-surface sm:hidden"
    >
      {navigation.map((entry) => (
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
      <button type="button" onClick={onPalette} className={clsx(look, 'text-fg-2')}>
        <Search aria-hidden size={16} />
        <span>{t('search')}</span>
      </button>
    </nav>
  );
}
