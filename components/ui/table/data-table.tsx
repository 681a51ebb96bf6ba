import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export interface DataColumn<Row> {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'end';
  readonly className?: string;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Heads are 32 px in a page, 28 in a panel. */
  readonly inPanel?: boolean;
  readonly className?: string;
}

/** Plain table for short lists; the first column names its row. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  inPanel = false,
  className,
}: DataTableProps<Row>) {
  return (
    <table className={clsx('w-full border-collapse text-body', className)}>
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr className={inPanel ? 'h-7' : 'h-8'}>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={clsx(
                cellLook,
                'border-b border-line text-meta font-normal text-fg-3',
                alignOf(column),
                column.className,
              )}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="group/row h-(--row) border-b border-line-2 last:border-b-0 hover:bg-hover"
          >
            {columns.map((column, index) =>
              index === 0 ? (
                <th
                  key={column.key}
                  scope="row"
                  className={clsx(cellLook, 'font-medium text-fg', alignOf(column), column.className)}
                >
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.key}
                  className={clsx(cellLook, 'text-fg-2', alignOf(column), column.className)}
                >
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cellLook = 'px-2 first:pl-4 last:pr-4';

function alignOf(column: { readonly align?: 'end' }): string {
  return column.align === 'end' ? 'text-right nums' : 'text-left';
}
