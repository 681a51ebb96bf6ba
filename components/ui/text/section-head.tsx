import type { ReactNode } from 'react';

interface SectionHeadProps {
  readonly title: ReactNode;
  /** A count or a short remark, grey beside the title. */
  readonly note?: ReactNode;
  readonly end?: ReactNode;
  readonly id?: string;
}

export function SectionHead({ title, note, end, id }: SectionHeadProps) {
  return (
    <div className="flex min-h-8 items-center gap-2">
      <h2 id={id} className="text-body font-semibold text-fg">
        {title}
      </h2>
      {note !== undefined && <span className="nums text-meta text-fg-3">{note}</span>}
      {end !== undefined && <div className="ml-auto flex items-center gap-2 text-meta text-fg-3">{end}</div>}
    </div>
  );
}
