import type { ReactNode } from 'react';

/** One visible row of the flattened tree. */
export interface TreeGridRow<Data> {
  readonly key: string;
  /** 1 is the outermost level. */
  readonly level: number;
  readonly parentKey?: string | undefined;
  /** Absent for rows that cannot open. */
  readonly expanded?: boolean | undefined;
  readonly position?: number;
  readonly setSize?: number;
  /** Sunken rows head a group. */
  readonly group?: boolean;
  readonly selected?: boolean;
  readonly data: Data;
}

export interface CellContext {
  /** For links and controls in the cell: reachable by Tab only in the current row. */
  readonly tabIndex: 0 | -1;
  readonly active: boolean;
}

export interface TreeGridColumn<Data> {
  readonly key: string;
  readonly header: ReactNode;
  /** A track of `grid-template-columns`, such as `minmax(12rem, 2fr)`. */
  readonly width: string;
  readonly align?: 'end';
  readonly cell: (row: TreeGridRow<Data>, context: CellContext) => ReactNode;
  readonly sort?: 'ascending' | 'descending' | undefined;
}
