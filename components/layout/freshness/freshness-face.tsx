'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { useTimeWords } from '@/components/ui/time/use-time-words';

/** How live the data is. Times in ms. */
export type FreshnessShown =
  | { readonly kind: 'connecting' }
  /** Connected, but the server has not read everything yet. */
  | { readonly kind: 'loading' }
  | { readonly kind: 'live' }
  | { readonly kind: 'stale'; readonly dataOf: number }
  | { readonly kind: 'signed-out' };

const looks = {
  connecting: 'border-line text-fg-2',
  loading: 'border-line text-fg-2',
  live: 'border-line text-fg-2',
  stale: 'border-at-line bg-at-tint text-at-t',
  'signed-out': 'border-dashed border-hatch text-fg-2',
} as const satisfies Record<FreshnessShown['kind'], string>;

const dots = {
  connecting: 'rounded-full border border-fg-3',
  loading: 'rounded-full bg-mo',
  live: 'rounded-full bg-ok',
  stale: 'bg-at',
  'signed-out': 'rounded-full border-[1.5px] border-fg-3',
} as const satisfies Record<FreshnessShown['kind'], string>;

/** Shape and colour change together: round, square, ring. */
export function FreshnessFace({ shown }: { readonly shown: FreshnessShown }) {
  const t = useTranslations('shell.freshness');
  const words = useTimeWords();
  const text = {
    connecting: t('connecting'),
    loading: t('loading'),
    live: t('live'),
    stale: shown.kind === 'stale' ? t('stale', { moment: words.clock(new Date(shown.dataOf)) }) : '',
    'signed-out': t('signedOut'),
  }[shown.kind];
  return (
    <span
      className={clsx(
        'inline-flex h-6 items-center gap-1.5 rounded-pill border px-2.5 text-meta whitespace-nowrap',
        looks[shown.kind],
      )}
    >
      <span aria-hidden className={clsx('size-1.5', dots[shown.kind])} />
      <span className="nums">{text}</span>
    </span>
  );
}
