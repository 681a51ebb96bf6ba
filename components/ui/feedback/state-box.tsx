import type { ReactNode } from 'react';

interface StateBoxProps {
  readonly icon?: ReactNode;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly live?: 'status' | 'alert';
}

/** The body of a widget that has no rows to show, and why. */
export function StateBox({ icon, title, children, actions, live }: StateBoxProps) {
  return (
    <div {...(live ? { role: live } : {})} className="flex flex-col items-start gap-2 px-4 py-4 text-left">
      <p className="flex items-center gap-2 text-body font-medium text-fg">
        {icon}
        {title}
      </p>
      {children !== undefined && <div className="sentence text-body">{children}</div>}
      {actions !== undefined && <div className="mt-1 flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
