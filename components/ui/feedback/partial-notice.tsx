import type { ReactNode } from 'react';
import { Notice } from './notice';

/** Part of the data is missing; the rest stays usable. */
export function PartialNotice({
  children,
  action,
}: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <Notice tone="at" glyph="disc-question" action={action}>
      {children}
    </Notice>
  );
}
