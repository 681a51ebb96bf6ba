import { clsx } from 'clsx';

/** A key as printed on a keyboard. */
export function KeyCap({ children, onTip = false }: { readonly children: string; readonly onTip?: boolean }) {
  return (
    <kbd
      className={clsx(
        'inline-grid h-5 min-w-5 place-items-center rounded-chip border px-1 font-sans text-axis',
        onTip ? 'border-current opacity-80' : 'border-line bg-surface text-fg-2',
      )}
    >
      {children}
    </kbd>
  );
}
