import type { ReactNode } from 'react';

/** Tags for rich messages: `<b>` a fact, `<bad>` a danger, `<at>` attention, `<mo>` in motion. */
export const rich = {
  b: (chunks: ReactNode) => <b>{chunks}</b>,
  bad: (chunks: ReactNode) => <b data-tone="bad">{chunks}</b>,
  at: (chunks: ReactNode) => <b data-tone="at">{chunks}</b>,
  mo: (chunks: ReactNode) => <b data-tone="mo">{chunks}</b>,
};
