import type { ReactNode } from 'react';

/** Something that can be done or gone to; palette, shortcuts and help are all made from these. */
export interface Action {
  readonly id: string;
  readonly label: string;
  readonly section: 'page' | 'go' | 'look';
  readonly icon?: ReactNode;
  /** Grey remark beside the label. */
  readonly context?: string | undefined;
  /** Keys in writing order: `g a` is a sequence, `mod+k` a chord, `?` a single key. */
  readonly keys?: string;
  /** The action stays visible with this reason and does nothing. */
  readonly blocked?: string | undefined;
  /** Known to shortcuts and help, not to the palette. */
  readonly hidden?: boolean;
  readonly run: () => void;
}
