'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Checkbox } from '@/components/ui/form/checkbox';
import { ChevronButton } from '@/components/ui/tree-grid/chevron-button';
import { pageRoutes } from '@/lib/client/routes';
import type { GroupSummary } from '@/lib/contracts/application/application-query';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';

interface AppNameProps {
  readonly row: ApplicationRow;
  readonly selected: boolean;
  readonly tabIndex: 0 | -1;
  readonly onSelect: () => void;
}

export function AppName({ row, selected, tabIndex, onSelect }: AppNameProps) {
  const t = useTranslations('apps');
  return (
    <>
      <Checkbox
        aria-label={t('select', { name: row.name })}
        checked={selected}
        tabIndex={tabIndex}
        onChange={onSelect}
        className="-ml-1"
      />
      <Link
        href={pageRoutes.application(row, 'tree')}
        tabIndex={tabIndex}
        prefetch={false}
        title={`${row.cluster}/${row.namespace}/${row.name}`}
        className="truncate rounded-chip font-medium text-fg hover:underline"
      >
        {row.name}
      </Link>
      {row.deletingSince !== null && <span className="shrink-0 text-meta text-at-t">{t('deleting')}</span>}
    </>
  );
}

interface GroupNameProps {
  readonly summary: GroupSummary;
  readonly open: boolean;
  readonly onToggle: () => void;
}

export function GroupName({ summary, open, onToggle }: GroupNameProps) {
  const t = useTranslations('apps');
  const name = summary.key === '' || summary.key === 'none' ? t('noGroup') : summary.key;
  return (
    <>
      <ChevronButton
        expanded={open}
        label={open ? t('closeGroup', { name }) : t('openGroup', { name })}
        onClick={onToggle}
      />
      <span className="truncate font-medium text-fg">{name}</span>
      <span className="nums shrink-0 text-meta text-fg-3">{t('appsCount', { count: summary.total })}</span>
    </>
  );
}
