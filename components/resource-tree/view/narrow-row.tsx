'use client';

import type { OutlineRow } from '../model/outline-row';
import { HealthCell, ReadyCell, SyncCell } from './outline-cells';
import { Chevron, GroupWords, NodeWords } from './resource-cell';
import { SectionWords } from './section-words';

interface NarrowRowProps {
  readonly row: OutlineRow;
  readonly onToggle: (id: string, isOpen: boolean) => void;
  readonly onOpen: (id: string) => void;
}

/** A row on a phone: name above, states below. */
export function NarrowRow({ row, onToggle, onOpen }: NarrowRowProps) {
  if (row.type === 'section') return <SectionWords row={row} />;
  return (
    <span className="flex min-w-0 items-center" style={{ paddingLeft: `${Math.min(row.depth, 4) * 12}px` }}>
      <Chevron row={row} onToggle={onToggle} />
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-baseline">
          {row.type === 'group' ? <GroupWords row={row} /> : <NodeWords row={row} onOpen={onOpen} />}
        </span>
        <span className="flex min-w-0 items-center gap-3 text-meta">
          <SyncCell row={row} />
          <HealthCell row={row} />
          <span className="ml-auto">
            <ReadyCell row={row} />
          </span>
        </span>
      </span>
    </span>
  );
}
