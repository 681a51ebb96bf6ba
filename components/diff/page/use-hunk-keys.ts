'use client';

import { useEffect, type RefObject } from 'react';

/** `n` and `p` bring the next and the previous change into sight. */
export function useHunkKeys(body: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let current = -1;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]')
      )
        return;
      if (event.key !== 'n' && event.key !== 'p') return;
      const hunks = body.current?.querySelectorAll<HTMLElement>('[data-hunk]') ?? [];
      if (hunks.length === 0) return;
      current = Math.min(hunks.length - 1, Math.max(0, current + (event.key === 'n' ? 1 : -1)));
      hunks[current]?.scrollIntoView({ block: 'center' });
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [body]);
}
