import type { ReactNode } from 'react';

interface StickyBarProps {
  readonly label: string;
  readonly seal?: ReactNode;
  /** What is bound. */
  readonly title: ReactNode;
  /** What voids it. */
  readonly detail?: ReactNode;
  /** Set apart at the left of the other actions. */
  readonly destructive?: ReactNode;
  readonly actions: ReactNode;
}

/** Bottom bar of a page on which somebody decides. */
export function StickyBar({ label, seal, title, detail, destructive, actions }: StickyBarProps) {
  return (
    <section
      aria-label={label}
      data-print="hide"
      className="sticky bottom-0 z-20 flex min-h-16 flex-wrap items-center gap-3 border-t border-line bg-raised px-6 py-2 max-sm:bottom-14 max-sm:px-4"
    >
      {seal}
      <div className="min-w-0 flex-1">
        <p className="text-body text-fg [&_b]:font-medium">{title}</p>
        {detail !== undefined && <p className="text-meta text-fg-3 max-sm:sr-only">{detail}</p>}
      </div>
      {destructive !== undefined && <div className="mr-4">{destructive}</div>}
      <div className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:[&>*]:flex-1">{actions}</div>
    </section>
  );
}
