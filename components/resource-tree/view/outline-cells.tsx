'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { StatusBadge } from '@/components/ui/status/status-badge';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import { healthFaces } from '@/components/status/health-faces';
import { HealthStatusBadge } from '@/components/status/health-status-badge';
import { SyncStatusBadge } from '@/components/status/sync-status-badge';
import type { GroupRow, OutlineRow } from '../model/outline-row';

export function SyncCell({ row }: { readonly row: OutlineRow }) {
  const t = useTranslations('tree');
  if (row.type === 'group') return row.isManaged ? <SyncStatusBadge status="Synced" /> : null;
  if (row.type !== 'node') return null;
  if (row.node.needsPrune)
    return (
      <StatusBadge glyph="bin" tone="bad">
        {t('toPrune')}
      </StatusBadge>
    );
  return row.node.sync === undefined ? null : <SyncStatusBadge status={row.node.sync} />;
}

/** A broken Pod says its own word ("CrashLoopBackOff") in the colour of its health. */
export function HealthCell({ row }: { readonly row: OutlineRow }) {
  if (row.type === 'group') return row.hasHealth ? <HealthStatusBadge status="Healthy" /> : null;
  if (row.type !== 'node' || !row.node.health) return null;
  const { health, state } = row.node;
  const isTold = state !== undefined && (health.status === 'Degraded' || health.status === 'Progressing');
  if (!isTold) return <HealthStatusBadge status={health.status} />;
  return <StatusBadge {...healthFaces[health.status]}>{state}</StatusBadge>;
}

export function ReadyCell({ row }: { readonly row: OutlineRow }) {
  const ready = row.type === 'node' ? row.node.ready : row.type === 'group' ? row.ready : undefined;
  if (!ready || (ready.wanted === 0 && ready.ready === 0)) return null;
  const isShort = ready.ready < ready.wanted;
  return (
    <span className={clsx('nums', isShort ? inkOf(row) : 'text-fg-2')}>
      {ready.ready}/{ready.wanted}
    </span>
  );
}

/** Short of Pods is red only where health says that something is broken. */
function inkOf(row: OutlineRow): string {
  return row.type === 'node' && row.node.health?.status === 'Degraded' ? 'text-bad-t' : 'text-mo-t';
}

export function RestartsCell({ row }: { readonly row: OutlineRow }) {
  const restarts = row.type === 'node' ? row.node.restarts : row.type === 'group' ? row.restarts : undefined;
  if (restarts === undefined) return null;
  const isTrouble = restarts > 0 && row.type === 'node' && row.node.health?.status === 'Degraded';
  return <span className={clsx('nums', isTrouble ? 'text-bad-t' : 'text-fg-2')}>{restarts}</span>;
}

/** "9 to 61 d": youngest and oldest of a group. */
export function GroupAges({ row }: { readonly row: GroupRow }) {
  const words = useTimeWords();
  if (row.oldest === undefined || row.newest === undefined) return null;
  const oldest = words.age(words.now - new Date(row.oldest).getTime());
  const newest = words.age(words.now - new Date(row.newest).getTime());
  return (
    <span className="nums truncate text-fg-2" suppressHydrationWarning>
      {oldest === newest ? oldest : shortSpan(newest, oldest)}
    </span>
  );
}

/** Writes a shared unit once: "9–61 d". */
function shortSpan(from: string, to: string): string {
  const [first = '', unit] = from.split(/\s/);
  const [, otherUnit] = to.split(/\s/);
  return unit !== undefined && unit === otherUnit && from.split(/\s/).length === 2 ? `${first}–${to}` : to;
}
