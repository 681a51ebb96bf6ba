'use client';

import { useTranslations } from 'next-intl';
import { ActivitySentence } from '@/components/status/activity-sentence';
import { activityFace, activityVerb } from '@/components/status/activity-faces';
import { toneWord } from '@/components/ui/glyph/tone';
import { Time } from '@/components/ui/time/time';
import type { ActivityEntry } from '@/lib/contracts/platform/activity';

/** One entry per line; a line opens to its details. */
export function ActivityList({ entries }: { readonly entries: readonly ActivityEntry[] }) {
  return (
    <ul>
      {entries.map((entry) => (
        <li key={entry.id} className="border-b border-line-2 last:border-b-0">
          <details className="group/entry">
            <summary className="flex min-h-(--row) flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-1 hover:bg-hover focus-inset">
              <Time at={entry.at} className="w-20 text-fg-3" />
              <span className="flex min-w-0 flex-1 items-center gap-2.5 max-sm:basis-full max-sm:order-last">
                <ActivitySentence entry={entry} />
              </span>
              <span className="text-meta text-fg-3 max-md:hidden">{entry.project}</span>
              <ResultWord entry={entry} />
            </summary>
            <EntryDetails entry={entry} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function ResultWord({ entry }: { readonly entry: ActivityEntry }) {
  const t = useTranslations('activity.results');
  const tone = activityFace(entry.result, activityVerb(entry.action)).tone;
  const word = entry.result === 'allowed' ? 'text-fg-3' : toneWord[tone];
  return <span className={`ml-auto w-16 text-right text-meta ${word}`}>{t(entry.result)}</span>;
}

function EntryDetails({ entry }: { readonly entry: ActivityEntry }) {
  const t = useTranslations('activity');
  const object = [entry.object.kind, entry.object.namespace, entry.object.name].filter(Boolean).join('/');
  return (
    <div className="border-t border-line-2 bg-sunken px-4 py-3">
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 text-body [&>dd]:min-w-0 [&>dd]:break-words [&>dt]:text-fg-3">
        <dt>{t('filters.actor')}</dt>
        <dd>
          {entry.actor} <span className="text-fg-3">{t('by', { kind: entry.actorKind })}</span>{' '}
          {entry.remoteAddress !== '' && (
            <span className="text-fg-3">{t('from', { address: entry.remoteAddress })}</span>
          )}
        </dd>
        <dt>{t('filters.action')}</dt>
        <dd>{entry.action}</dd>
        <dt>{t('columns.object')}</dt>
        <dd>{object}</dd>
        {entry.reason !== '' && (
          <>
            <dt>{t('columns.reason')}</dt>
            <dd>{entry.reason}</dd>
          </>
        )}
        <dt>{t('columns.request')}</dt>
        <dd className="font-mono text-code">{entry.requestId}</dd>
      </dl>
      {Object.keys(entry.detail).length > 0 && (
        <pre className="mt-2 overflow-x-auto text-code text-fg-2">
          {JSON.stringify(entry.detail, null, 2)}
        </pre>
      )}
    </div>
  );
}
