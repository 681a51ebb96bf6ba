import type { ReactNode } from 'react';
import { StateBox } from './state-box';

interface EmptyStateProps {
  readonly title: ReactNode;
  /** Why it is empty, with the proof that the data is fresh. */
  readonly children?: ReactNode;
  /** The one next action. */
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <StateBox title={title} actions={action}>
      {children}
    </StateBox>
  );
}
