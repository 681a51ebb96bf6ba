import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { TreeGridColumn, TreeGridRow } from './tree-grid-types';

interface TreeGridLineProps<Data> {
  readonly row: TreeGridRow<Data>;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly active: boolean;
  readonly template: string;
  readonly columns: readonly TreeGridColumn<Data>[];
  readonly narrow: ((row: TreeGridRow<Data>, tabIndex: 0 | -1) => ReactNode) | undefined;
  readonly rail: ((row: TreeGridRow<Data>) => ReactNode) | undefined;
  readonly onFocus: (key: string) => void;
}

/** One row, placed by the virtualiser. */
export function TreeGridLine<Data>(props: TreeGridLineProps<Data>) {
  const { row, active } = props;
  const tabIndex = active ? 0 : -1;
  return (
    <div
      role="row"
      tabIndex={tabIndex}
      data-active={active}
      aria-rowindex={props.index + 2}
      aria-level={row.level}
      aria-expanded={row.expanded}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-selected={row.selected}
      onFocus={() => props.onFocus(row.key)}
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
      className={clsx(
        'group/row absolute inset-x-0 top-0 flex min-w-fit border-b border-line-2 px-6 text-body focus-inset max-sm:px-4',
        rowLook(row),
      )}
    >
      {props.rail?.(row)}
      <div className="grid min-w-0 flex-1 items-center" style={{ gridTemplateColumns: props.template }}>
        {props.narrow ? (
          <div role="gridcell" className="min-w-0">
            {props.narrow(row, tabIndex)}
          </div>
        ) : (
          props.columns.map((column) => (
            <div
              key={column.key}
              role="gridcell"
              className={clsx(
                'flex min-w-0 items-center gap-2 pr-4',
                column.align === 'end' && 'justify-end nums',
              )}
            >
              {column.cell(row, { tabIndex, active })}
            </div>
          ))
        )}
      </div>
    </div>
  );
}

function rowLook<Data>(row: TreeGridRow<Data>): string {
  if (row.selected) {
    return 'bg-sel [--glyph-ground:var(--sel)] [--rail-ground:var(--sel)] before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-you';
  }
  if (row.group) return 'bg-sunken [--glyph-ground:var(--sunken)] [--rail-ground:var(--sunken)]';
  return 'bg-surface hover:bg-hover hover:[--glyph-ground:var(--hover)] [--rail-ground:var(--surface)]';
}
