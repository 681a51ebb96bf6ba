'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button/button';
import { useFreshness } from '@/lib/client/stream/live-provider';
import { FreshnessFace, type FreshnessShown } from './freshness-face';

/** How live the page is, with the way to try again at once. Says so to screen readers when it changes. */
export function FreshnessPill() {
  const t = useTranslations('shell.freshness');
  const freshness = useFreshness();
  return (
    <span role="status" className="flex items-center gap-2">
      <FreshnessFace shown={shownOf(freshness)} />
      {freshness.state === 'stale' && (
        <Button size="tiny" variant="quiet" onClick={freshness.retryNow}>
          {t('retry')}
        </Button>
      )}
    </span>
  );
}

function shownOf(freshness: ReturnType<typeof useFreshness>): FreshnessShown {
  switch (freshness.state) {
    case 'connecting':
      return { kind: 'connecting' };
    case 'live':
      return freshness.loaded ? { kind: 'live' } : { kind: 'loading' };
    case 'stale':
      return { kind: 'stale', dataOf: freshness.lastDataAt ?? freshness.since };
    case 'signed-out':
      return { kind: 'signed-out' };
  }
}
