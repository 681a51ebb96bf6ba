'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { ActivitySentence } from '@/components/status/activity-sentence';
import { SectionHead } from '@/components/ui/text/section-head';
import { Time } from '@/components/ui/time/time';
import { pageRoutes } from '@/lib/client/routes';
import type { ActivityEntry } from '@/lib/contracts/platform/activity';
import { useLastVisit } from './use-last-visit';

/** What happened since this browser last showed the page; on a first visit, what happened last. */
export function RecentList({ entries }: { readonly entries: readonly ActivityEntry[] }) {
  const t = useTranslations('overview.recent');
  const left = useLastVisit();
  const news = left === undefined ? entries : entries.filter((entry) => Date.parse(entry.at) > left);
  return (
    <section aria-labelledby="recent">
      <SectionHead
        id="recent"
        title={left === undefined ? t('lately') : t('sinceYouLeft')}
        note={left !== undefined && <Time at={left} />}
        end={
          <Link href={pageRoutes.activity} className="link">
            {t('all')}
          </Link>
        }
      />
      {news.length === 0 ? (
        <p className="py-1 text-body text-fg-2">{t('nothing')}</p>
      ) : (
        <ul>
          {news.slice(0, 10).map((entry) => (
            <li key={entry.id} className="flex min-h-7 items-center gap-2.5 py-0.5">
              <ActivitySentence entry={entry} short />
              <Time at={entry.at} className="ml-auto text-meta text-fg-3" />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
