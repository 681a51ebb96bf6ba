'use client';

import { useTranslations } from 'next-intl';
import { useRef, type RefObject } from 'react';
import { useActions } from '@/components/ui/actions/action-context';

/** `n` and `p` bring the next and the previous change into sight. */
export function useHunkKeys(body: RefObject<HTMLElement | null>): void {
  const t = useTranslations('diff');
  const current = useRef(-1);
  const move = (step: 1 | -1) => {
    const hunks = body.current?.querySelectorAll<HTMLElement>('[data-hunk]') ?? [];
    current.current = Math.min(hunks.length - 1, Math.max(0, current.current + step));
    hunks[current.current]?.scrollIntoView({ block: 'center' });
  };
  useActions([
    { id: 'next-change', label: t('goNext'), section: 'page', keys: 'n', run: () => move(1) },
    { id: 'previous-change', label: t('goPrevious'), section: 'page', keys: 'p', run: () => move(-1) },
  ]);
}
