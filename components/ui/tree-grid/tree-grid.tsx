'use client';

import { clsx } from 'clsx';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { moveInTree } from './move-in-tree';
import { TreeGridHead } from './tree-grid-head';
import { TreeGridLine } from './tree-grid-line';
import type { TreeGridColumn, TreeGridRow } from './tree-grid-types';
import { useRowVirtualizer } from './use-row-virtualizer';

interface TreeGridProps<Data> {
  readonly label: string;
  readonly rows: readonly TreeGridRow<Data>[];
  readonly columns: readonly TreeGridColumn<Data>[];
  readonly rowHeight: (row: TreeGridRow<Data>) => number;
  /** All rows, where more exist than are loaded. */
  readonly totalRows?: number;
  /** A two-line rendering in one cell, for phones. */
  readonly narrow?: ((row: TreeGridRow<Data>, tabIndex: 0 | -1) => ReactNode) | undefined;
  readonly letters?: boolean;
  readonly onToggle?: (key: string) => void;
  readonly onActivate?: (key: string) => void;
  readonly onSelect?: (key: string) => void;
  /** Called when the last rows come into sight. */
  readonly onNearEnd?: () => void;
  /** Drawn at the left edge of each row over its full height, such as a `Rail`. */
  readonly rail?: (row: TreeGridRow<Data>) => ReactNode;
  readonly foot?: ReactNode;
  readonly className?: string;
}

/** Virtual treegrid: only rows in sight are in the document, the one in focus always is. */
export function TreeGrid<Data>(props: TreeGridProps<Data>) {
  const { rows, rowHeight, onNearEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<string | undefined>(undefined);
  const moved = useRef(false);
  const found = rows.findIndex((row) => row.key === activeKey);
  const active = found === -1 ? 0 : found;
  const heightOf = useCallback(
    (index: number) => {
      const row = rows[index];
      return row ? rowHeight(row) : 0;
    },
    [rows, rowHeight],
  );
  const keyOf = (index: number) => rows[index]?.key ?? String(index);
  const virtual = useRowVirtualizer({ scroller, count: rows.length, heightOf, keyOf, pinned: active });
  const items = virtual.getVirtualItems();
  const lastInSight = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && lastInSight >= rows.length - 10) onNearEnd?.();
  }, [lastInSight, rows.length, onNearEnd]);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    scroller.current?.querySelector<HTMLElement>('[data-active="true"]')?.focus({ preventScroll: true });
  }, [activeKey]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    if (!(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'row') return;
    const move = moveInTree(event.key, rows, active, props.letters ?? true);
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    switch (move.kind) {
      case 'focus':
        moved.current = true;
        virtual.scrollToIndex(move.index, { align: 'auto' });
        setActiveKey(rows[move.index]?.key);
        break;
      case 'toggle':
        props.onToggle?.(move.key);
        break;
      case 'activate':
        props.onActivate?.(move.key);
        break;
      case 'select':
        props.onSelect?.(move.key);
        break;
    }
  };
  const template = props.narrow ? '1fr' : props.columns.map((column) => column.width).join(' ');
  return (
    <div
      ref={scroller}
      role="treegrid"
      tabIndex={-1}
      aria-label={props.label}
      aria-rowcount={(props.totalRows ?? rows.length) + 1}
      aria-multiselectable={props.onSelect ? true : undefined}
      onKeyDown={onKeyDown}
      className={clsx('relative min-h-0 flex-1 overflow-auto outline-none', props.className)}
    >
      <TreeGridHead
        columns={props.columns}
        template={template}
        railed={props.rail !== undefined}
        hidden={props.narrow !== undefined}
      />
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <TreeGridLine
                key={row.key}
                row={row}
                index={item.index}
                top={item.start}
                height={item.size}
                active={item.index === active}
                template={template}
                columns={props.columns}
                narrow={props.narrow}
                rail={props.rail}
                onFocus={setActiveKey}
              />
            )
          );
        })}
      </div>
      {props.foot}
    </div>
  );
}
