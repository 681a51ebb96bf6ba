'use client';

import { useTranslations } from 'next-intl';
import { navigation, type NavigationEntry } from './navigation';
import { NavLink } from './nav-link';

interface NavSectionsProps {
  readonly collapsed?: boolean;
  readonly counts?: Partial<Record<NavigationEntry['key'], number>>;
  readonly onNavigate?: () => void;
}

/** The list of pages, as the sidebar and the menu of small screens show it. */
export function NavSections({ collapsed = false, counts = {}, onNavigate }: NavSectionsProps) {
  const t = useTranslations('shell');
  const list = (section: NavigationEntry['section']) => (
    <ul className="flex flex-col gap-0.5">
      {navigation
        .filter((entry) => entry.section === section)
        .map((entry) => (
          <li key={entry.key}>
            <NavLink
              entry={entry}
              collapsed={collapsed}
              count={counts[entry.key]}
              {...(onNavigate ? { onNavigate } : {})}
            />
          </li>
        ))}
    </ul>
  );
  return (
    <nav aria-label={t('pages')} className="flex min-h-0 flex-1 flex-col">
      {list('main')}
      {collapsed ? (
        <hr className="my-3 border-line" />
      ) : (
        <p className="mt-4 mb-1 px-2 text-meta text-fg-3">{t('reference')}</p>
      )}
      {list('reference')}
      <div className="mt-auto">{list('foot')}</div>
    </nav>
  );
}
