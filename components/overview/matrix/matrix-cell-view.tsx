'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { healthFaces } from '@/components/status/health-faces';
import { syncFaces } from '@/components/status/sync-faces';
import { useWindowWords } from '@/components/status/use-window-words';
import { Glyph } from '@/components/ui/glyph/glyph';
import { pageRoutes } from '@/lib/client/routes';
import type { MatrixCell } from './line-up';

interface MatrixCellViewProps {
  readonly cell: MatrixCell;
  /** Equal to the environment before: grey, so that the eye finds only where versions part. */
  readonly sameAsBefore: boolean;
}

export function MatrixCellView({ cell, sameAsBefore }: MatrixCellViewProps) {
  const health = healthFaces[cell.health];
  const sync = syncFaces[cell.sync];
  const window = useWindowWords()(cell.window);
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap">
      <Glyph name={health.glyph} tone={health.tone} label={cell.health} />
      <Link
        href={pageRoutes.application(cell.application, 'tree')}
        aria-label={`${cell.application.name} ${cell.version}`}
        className={clsx(
          'rounded-chip font-mono text-code hover:underline',
          sameAsBefore ? 'text-fg-3' : 'font-medium text-fg',
        )}
      >
        {cell.version === '' ? '?' : cell.version}
      </Link>
      {cell.sync !== 'Synced' && <Glyph name={sync.glyph} tone={sync.tone} label={cell.sync} />}
      {window?.blocked !== undefined && (
        <Glyph name={window.face.glyph} tone={window.face.tone} label={window.because} />
      )}
    </span>
  );
}
