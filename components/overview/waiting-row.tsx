'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Route } from 'next';
import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button/button-link';
import { Glyph } from '@/components/ui/glyph/glyph';
import type { GlyphName } from '@/components/ui/glyph/glyph-names';
import type { Tone } from '@/components/ui/glyph/tone';
import { Time } from '@/components/ui/time/time';
import { pageRoutes, type ApplicationTab } from '@/lib/client/routes';
import type { WaitingItem } from '@/lib/contracts/platform/overview';

const faces = {
  'failed-sync': { glyph: 'pennant-cross', tone: 'bad', tab: 'sync' },
  interrupted: { glyph: 'pennant-bars', tone: 'at', tab: 'history' },
  degraded: { glyph: 'octagon-cross', tone: 'bad', tab: 'tree' },
  drift: { glyph: 'waves', tone: 'at', tab: 'diff' },
  condition: { glyph: 'door-cross', tone: 'at', tab: 'tree' },
} as const satisfies Record<WaitingItem['kind'], { glyph: GlyphName; tone: Tone; tab: ApplicationTab }>;

interface WaitingRowProps {
  readonly item: WaitingItem;
  /** The most urgent row has the primary button of the page. */
  readonly first: boolean;
}

/** What waits, since when, and the verb that answers it. On phones the whole row is the link. */
export function WaitingRow({ item, first }: WaitingRowProps) {
  const t = useTranslations('overview.waiting');
  const face = faces[item.kind];
  const href = pageRoutes.application(item.application, face.tab) as Route;
  const place = item.environment ?? item.application.cluster;
  return (
    <li className="relative flex min-h-(--row) items-center gap-3 border-b border-line-2 px-3 py-1 last:border-b-0 max-sm:px-4 max-sm:py-2">
      <span className="self-start pt-1 sm:self-center sm:pt-0">
        <Glyph name={face.glyph} tone={face.tone} label={t(`kinds.${item.kind}`)} />
      </span>
      <div className="flex min-w-0 flex-1 gap-x-2 max-sm:flex-col">
        <span className="shrink-0 truncate text-fg">
          <Link
            href={href}
            className="font-semibold hover:underline max-sm:after:absolute max-sm:after:inset-0"
          >
            {item.application.name}
          </Link>{' '}
          <span className="text-fg-2">{place}</span>
        </span>
        <span className="min-w-0 truncate text-fg-2 max-sm:line-clamp-2 max-sm:whitespace-normal">
          {item.message}
        </span>
      </div>
      {item.since !== null && (
        <Time at={item.since} as="age" className="self-start text-fg-2 max-sm:pt-0.5 sm:self-center" />
      )}
      <ButtonLink
        href={href}
        size="tiny"
        variant={first ? 'primary' : 'default'}
        className="min-w-18 max-sm:hidden"
      >
        {t(`verbs.${item.kind}`)}
      </ButtonLink>
      <ChevronRight aria-hidden size={16} className="text-fg-3 sm:hidden" />
    </li>
  );
}
