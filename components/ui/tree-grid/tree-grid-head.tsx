import { clsx } from 'clsx';
import type { TreeGridColumn } from './tree-grid-types';

interface TreeGridHeadProps<Data> {
  readonly columns: readonly TreeGridColumn<Data>[];
  readonly template: string;
  readonly railed: boolean;
  readonly hidden: boolean;
}

export function TreeGridHead<Data>({ columns, template, railed, hidden }: TreeGridHeadProps<Data>) {
  return (
    <div role="rowgroup" className={clsx(hidden ? 'sr-only' : 'sticky top-0 z-10 min-w-fit bg-surface')}>
      <div
        role="row"
        aria-rowindex={1}
        className={clsx(
          'grid h-8 items-center border-b border-line px-6 max-sm:px-4',
          railed && 'pl-14 max-sm:pl-12',
        )}
        style={{ gridTemplateColumns: template }}
      >
        {columns.map((column) => (
          <div
            key={column.key}
            role="columnheader"
            aria-sort={column.sort}
            className={clsx('truncate pr-4 text-meta text-fg-3', column.align === 'end' && 'text-right')}
          >
            {column.header}
          </div>
        ))}
      </div>
    </div>
  );
}
