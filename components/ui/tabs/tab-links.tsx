import { clsx } from 'clsx';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

export interface TabLink {
  readonly key: string;
  readonly href: ComponentProps<typeof Link>['href'];
  readonly label: ReactNode;
  readonly count?: number | undefined;
}

interface TabLinksProps {
  readonly label: string;
  readonly tabs: readonly TabLink[];
  readonly current: string;
  /** At the right end: owner, columns, density. */
  readonly end?: ReactNode;
  readonly className?: string;
}

/** Tabs are routes: links in a navigation, the current one marked by a line in the text colour. */
export function TabLinks({ label, tabs, current, end, className }: TabLinksProps) {
  return (
    <div className={clsx('flex min-h-10 items-stretch border-b border-line px-6 max-sm:px-4', className)}>
      <nav aria-label={label} className="flex min-w-0 flex-1 gap-5 overflow-x-auto overflow-y-hidden">
        {tabs.map((tab) => (
          <Link
            key={tab.key}
            href={tab.href}
            scroll={false}
            aria-current={tab.key === current ? 'page' : undefined}
            className={clsx(
              'relative inline-flex shrink-0 items-center gap-1.5 text-body whitespace-nowrap focus-inset',
              tab.key === current
                ? 'font-medium text-fg after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:bg-fg'
                : 'text-fg-2 hover:text-fg',
            )}
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="nums text-meta font-normal text-fg-3">{tab.count}</span>
            )}
          </Link>
        ))}
      </nav>
      {end !== undefined && <div className="flex shrink-0 items-center gap-2">{end}</div>}
    </div>
  );
}
