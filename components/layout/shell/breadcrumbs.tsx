'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { crumbsOf } from './crumbs';
import { currentEntry } from './navigation';

export function Breadcrumbs() {
  const t = useTranslations('shell');
  const path = usePathname();
  const crumbs = crumbsOf(path, {
    overview: t('nav.overview'),
    apps: t('nav.apps'),
    activity: t('nav.activity'),
    windows: t('nav.windows'),
    settings: t('nav.settings'),
    plan: t('crumbs.plan'),
    tree: t('crumbs.tree'),
    diff: t('crumbs.diff'),
    sync: t('crumbs.sync'),
    history: t('crumbs.history'),
    events: t('crumbs.events'),
    logs: t('crumbs.logs'),
  });
  const Icon = currentEntry(path)?.icon;
  return (
    <nav aria-label={t('breadcrumbs')} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-2 text-body">
        {Icon && <Icon aria-hidden size={16} className="text-fg-3 max-sm:hidden" />}
        {crumbs.map((crumb, index) => {
          const last = index === crumbs.length - 1;
          return (
            <li key={index} className={clsx('flex min-w-0 items-center gap-2', !last && 'max-md:hidden')}>
              {crumb.href === undefined ? (
                <span
                  aria-current={last ? 'page' : undefined}
                  className={clsx('truncate', last ? 'font-semibold text-fg' : 'text-fg-2')}
                >
                  {crumb.text}
                </span>
              ) : (
                <Link href={crumb.href as Route} className="truncate rounded-chip text-fg-2 hover:text-fg">
                  {crumb.text}
                </Link>
              )}
              {!last && (
                <span aria-hidden className="text-fg-3">
                  /
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
