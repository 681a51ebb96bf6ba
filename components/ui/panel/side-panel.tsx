'use client';

import { clsx } from 'clsx';
import { useEffect, useRef, type ReactNode } from 'react';

interface SidePanelProps {
  readonly label: string;
  readonly width: 344 | 416 | 488;
  readonly onClose?: (() => void) | undefined;
  readonly children: ReactNode;
}

const widths = {
  344: 'lg:w-86 2xl:w-120',
  416: 'w-104 2xl:w-120',
  488: 'w-122',
} as const;

/**
 * Column at the right of a page. Below 1280 px panels that can be closed lie over the page without
 * dimming it; Escape closes them and focus goes back to where it was.
 */
export function SidePanel({ label, width, onClose, children }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!onClose) return;
    const own = panel.current;
    const before = document.activeElement;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      const inside = own?.contains(document.activeElement) ?? true;
      if ((inside || document.activeElement === document.body) && before instanceof HTMLElement)
        before.focus();
    };
  }, [onClose]);
  return (
    <aside
      ref={panel}
      aria-label={label}
      className={clsx(
        'max-w-full shrink-0 overflow-auto border-l border-line bg-surface',
        widths[width],
        onClose && 'max-xl:fixed max-xl:inset-y-0 max-xl:right-0 max-xl:z-30 max-xl:shadow-pop max-sm:w-full',
      )}
    >
      {children}
    </aside>
  );
}
