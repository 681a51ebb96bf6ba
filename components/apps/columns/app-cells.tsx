'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { HealthStatusBadge } from '@/components/status/health-status-badge';
import { syncFaceOf } from '@/components/status/sync-faces';
import { SyncStatusBadge } from '@/components/status/sync-status-badge';
import { WindowBadge } from '@/components/status/window-badge';
import { Chip } from '@/components/ui/chip/chip';
import { Time } from '@/components/ui/time/time';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import type { ColumnKey } from '../state/apps-url';

/** What a column says about one application; nothing where there is nothing to say. */
export const appCells = {
  project: (row) => <Fact>{row.project}</Fact>,
  env: (row) => <Fact>{row.environment}</Fact>,
  cluster: (row) => <Fact>{row.destination.cluster}</Fact>,
  namespace: (row) => <Fact>{row.destination.namespace}</Fact>,
  sync: (row) => <SyncStatusBadge status={syncFaceOf(row.sync.status, row.operation?.phase)} />,
  health: (row) => <HealthStatusBadge status={row.health.status} />,
  drift: (row) => row.driftSince !== null && <Time at={row.driftSince} as="age" className="text-at-t" />,
  version: (row) => <span className="truncate font-mono text-code text-fg">{row.version}</span>,
  deployed: (row) => <LastDeploy row={row} />,
  window: (row) => <WindowBadge verdict={row.window} />,
  auto: (row) => <AutoSync row={row} />,
  labels: (row) => (
    <span className="flex gap-1 overflow-hidden">
      {Object.entries(row.labels)
        .slice(0, 3)
        .map(([key, value]) => (
          <Chip key={key}>{value === '' ? key : `${key}=${value}`}</Chip>
        ))}
    </span>
  ),
} as const satisfies Record<ColumnKey, (row: ApplicationRow) => ReactNode>;

function Fact({ children }: { readonly children: ReactNode }) {
  return <span className="truncate text-fg-2">{children}</span>;
}

function LastDeploy({ row }: { readonly row: ApplicationRow }) {
  const t = useTranslations('apps');
  if (row.lastDeploy === null) return <span className="truncate text-fg-3">{t('neverRan')}</span>;
  const who = row.lastDeploy.automated ? t('autoSync') : row.lastDeploy.by;
  return (
    <span className="truncate text-fg-2">
      {who}, <Time at={row.lastDeploy.at} className="text-fg-3" />
    </span>
  );
}

function AutoSync({ row }: { readonly row: ApplicationRow }) {
  const t = useTranslations('apps.auto');
  const { enabled, prune, selfHeal } = row.autoSync;
  if (!enabled) return <span className="truncate text-fg-3">{t('off')}</span>;
  return (
    <span className="truncate text-fg-2">
      {[t('on'), prune && t('prune'), selfHeal && t('selfHeal')].filter(Boolean).join(', ')}
    </span>
  );
}
