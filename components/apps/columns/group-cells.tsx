'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { HealthCounts, SyncCounts } from '@/components/status/status-counts';
import { GlyphCount } from '@/components/ui/status/glyph-count';
import { Time } from '@/components/ui/time/time';
import type { AppsLine } from '../rows/build-rows';
import type { ColumnKey } from '../state/apps-url';

type GroupLine = Extract<AppsLine, { kind: 'group' }>;

/** The roll-up repeats the columns as glyph and count, so that it reads as a sum of what is below. */
export const groupCells = {
  sync: ({ summary }) => <SyncCounts counts={summary.sync} />,
  health: ({ summary }) => <HealthCounts counts={summary.health} />,
  drift: ({ oldestDrift }) =>
    oldestDrift !== null && <Time at={oldestDrift} as="age" className="text-at-t" />,
  window: ({ summary }) => summary.closed > 0 && <ClosedCount count={summary.closed} />,
} as const satisfies Partial<Record<ColumnKey, (line: GroupLine) => ReactNode>>;

function ClosedCount({ count }: { readonly count: number }) {
  const t = useTranslations('status.window');
  return <GlyphCount glyph="door-hatched" tone="at" count={count} label={t('closed')} />;
}
