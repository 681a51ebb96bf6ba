'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { WindowRule } from '@/lib/contracts/sync/window';
import type { SpanBlock } from './span-blocks';

interface WindowBlockProps {
  readonly block: SpanBlock;
  readonly kind: WindowRule['kind'];
  readonly name: string;
}

/** Allowed time is outlined, denied time hatched; the words are for screen readers and the tooltip. */
export function WindowBlock({ block, kind, name }: WindowBlockProps) {
  const t = useTranslations('overview.windows');
  const words = useTimeWords(60_000);
  const text = t(kind, {
    name,
    from: words.moment(new Date(block.from)),
    until: words.moment(new Date(block.until)),
  });
  return (
    <span
      role="img"
      aria-label={text}
      title={text}
      style={{ left: `${block.start * 100}%`, width: `${(block.end - block.start) * 100}%` }}
      className={clsx(
        'absolute inset-y-0 rounded-chip border',
        kind === 'allow'
          ? 'border-ok-line bg-ok-tint'
          : 'hatched border-at-line bg-at-tint [--hatch-ink:var(--at-line)]',
      )}
    />
  );
}
