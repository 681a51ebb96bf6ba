'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TabLinks } from '@/components/ui/tabs/tab-links';
import { applicationPageQuery } from '@/lib/client/queries/application-queries';
import { appsViews } from '../state/apps-views';

interface ViewTabsProps {
  readonly q: string;
  readonly end: ReactNode;
}

const nameless = ['all', 'attention', 'behind', 'today'] as const;

/** Views are tabs; a view is a filter, so its address can be shared. */
export function ViewTabs({ q, end }: ViewTabsProps) {
  const t = useTranslations('apps');
  const { data } = useQuery(applicationPageQuery({ limit: 1 }));
  const views = appsViews(data?.all, data?.facets ?? {});
  const text = (key: string) => {
    const known = nameless.find((candidate) => candidate === key);
    return known === undefined ? key : t(`views.${known}`);
  };
  return (
    <TabLinks
      label={t('views.label')}
      current={views.find((view) => view.filter === q)?.key ?? ''}
      tabs={views.map((view) => ({
        key: view.key,
        href: { pathname: '/apps', query: view.filter === '' ? {} : { q: view.filter } },
        label: view.name ?? text(view.key),
        count: view.count,
      }))}
      end={end}
      className="min-h-11"
    />
  );
}
