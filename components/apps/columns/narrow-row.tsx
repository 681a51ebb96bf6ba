'use client';

import Link from 'next/link';
import { healthFaces } from '@/components/status/health-faces';
import { HealthStatusBadge } from '@/components/status/health-status-badge';
import { syncFaceOf } from '@/components/status/sync-faces';
import { SyncStatusBadge } from '@/components/status/sync-status-badge';
import { HealthCounts } from '@/components/status/status-counts';
import { Glyph } from '@/components/ui/glyph/glyph';
import { Time } from '@/components/ui/time/time';
import type { TreeGridRow } from '@/components/ui/tree-grid/tree-grid-types';
import { pageRoutes } from '@/lib/client/routes';
import type { AppsLine } from '../rows/build-rows';
import { GroupName } from './name-cell';

interface NarrowRowProps {
  readonly row: TreeGridRow<AppsLine>;
  readonly tabIndex: 0 | -1;
  readonly onToggleGroup: (key: string) => void;
}

/** Two lines for a phone: name and time, then the states. */
export function NarrowRow({ row, tabIndex, onToggleGroup }: NarrowRowProps) {
  if (row.data.kind === 'group') {
    return (
      <span className="flex items-center gap-2">
        <GroupName
          summary={row.data.summary}
          open={row.expanded === true}
          onToggle={() => onToggleGroup(row.key)}
        />
        <span className="ml-auto">
          <HealthCounts counts={row.data.summary.health} />
        </span>
      </span>
    );
  }
  const app = row.data.row;
  const face = healthFaces[app.health.status];
  return (
    <span className="flex items-start gap-3">
      <span className="pt-0.5">
        <Glyph name={face.glyph} tone={face.tone} />
      </span>
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex items-center gap-2">
          <Link
            href={pageRoutes.application(app, 'tree')}
            tabIndex={tabIndex}
            prefetch={false}
            className="truncate font-medium text-fg after:absolute after:inset-0"
          >
            {app.name}
          </Link>
          <span className="truncate text-fg-2">{app.environment ?? app.destination.cluster}</span>
          {app.lastDeploy !== null && <Time at={app.lastDeploy.at} className="ml-auto text-meta text-fg-3" />}
        </span>
        <span className="flex items-center gap-3">
          <SyncStatusBadge status={syncFaceOf(app.sync.status, app.operation?.phase)} />
          <HealthStatusBadge status={app.health.status} />
          <span className="ml-auto truncate font-mono text-code text-fg-2">{app.version}</span>
        </span>
      </span>
    </span>
  );
}
