'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Tooltip } from '@/components/ui/overlay/tooltip';
import { currentEntry, type NavigationEntry } from './navigation';

interface NavLinkProps {
  readonly entry: NavigationEntry;
  readonly count?: number | undefined;
  /** Icons only, the name in a tooltip. */
  readonly collapsed?: boolean;
  readonly onNavigate?: () => void;
}

export function NavLink({ entry, count, collapsed = false, onNavigate }: NavLinkProps) {
  const t = useTranslations('shell.nav');
  const active = currentEntry(usePathname())?.key === entry.key;
  const Icon = entry.icon;
  const name = t(entry.key);
  const link = (
    <Link
      href={entry.href}
      aria-current={active ? 'page' : undefined}
      {...(collapsed ? { 'aria-label': name } : {})}
      {...(onNavigate ? { onClick: onNavigate } : {})}
      className={clsx(
        'flex h-7 items-center gap-2 rounded-control px-2 text-body focus-inset',
        active ? 'bg-press font-medium text-fg' : 'text-fg-2 hover:bg-hover hover:text-fg',
        collapsed && 'w-8 justify-center',
        'in-data-rail:max-xl:w-8 in-data-rail:max-xl:justify-center',
      )}
    >
      <Icon aria-hidden size={16} className={active ? 'text-fg' : 'text-fg-3'} />
      {!collapsed && <span className="min-w-0 flex-1 truncate in-data-rail:max-xl:sr-only">{name}</span>}
      {!collapsed && count !== undefined && (
        <span className="nums text-meta text-fg-3 in-data-rail:max-xl:hidden">{count}</span>
      )}
    </Link>
  );
  return collapsed ? (
    <Tooltip text={name} side="right" shortcut={`g ${entry.letter}`}>
      {link}
    </Tooltip>
  ) : (
    link
  );
}
