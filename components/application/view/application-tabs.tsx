'use client';

import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { TabLinks } from '@/components/ui/tabs/tab-links';
import { APPLICATION_TABS, pageRoutes, type ApplicationTab } from '@/lib/client/routes';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';

interface ApplicationTabsProps {
  readonly application: ApplicationRef;
  readonly current: ApplicationTab;
  readonly detail: ApplicationDetail | undefined;
}

/** Tabs are routes. */
export function ApplicationTabs({ application, current, detail }: ApplicationTabsProps) {
  const t = useTranslations('application');
  const counts: Partial<Record<ApplicationTab, number>> = detail
    ? { tree: detail.verdict.resources, diff: detail.verdict.differ + detail.verdict.toPrune }
    : {};
  return (
    <TabLinks
      label={t('tabs.label', { name: application.name })}
      current={current}
      tabs={APPLICATION_TABS.map((tab) => ({
        key: tab,
        href: pageRoutes.application(application, tab) as Route,
        label: t(`tabs.${tab}`),
        count: counts[tab],
      }))}
    />
  );
}
