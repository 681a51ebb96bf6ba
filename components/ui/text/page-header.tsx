import type { ReactNode } from 'react';

interface PageHeaderProps {
  /** A `Sentence` as `h1`, or a title. */
  readonly children: ReactNode;
  readonly chips?: ReactNode;
  readonly actions?: ReactNode;
  /** What follows the first line: a sentence, a row of facts. */
  readonly below?: ReactNode;
}

/** Top of a page: title or sentence at the left, actions at the right, facts below. */
export function PageHeader({ children, chips, actions, below }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-2 px-6 pt-5 pb-1 max-sm:px-4">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
          {children}
          {chips}
        </div>
        {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {below}
    </header>
  );
}
