'use client';

import { useTranslations } from 'next-intl';
import { Seal } from '@/components/ui/seal/seal';
import { Time } from '@/components/ui/time/time';
import type { OperationView } from '@/lib/contracts/sync/operation';

/** What an operation did to each object, with the server's message. */
export function OperationDetails({ operation }: { readonly operation: OperationView }) {
  const t = useTranslations('history');
  return (
    <div className="flex flex-col gap-2">
      {operation.message && (
        <p className="max-w-[96ch] text-body break-words whitespace-pre-wrap text-fg">{operation.message}</p>
      )}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-meta text-fg-2">
        <span>
          {t('started')} <Time at={operation.startedAt} focusable />
        </span>
        {operation.finishedAt !== null && (
          <span>
            {t('finished')} <Time at={operation.finishedAt} focusable />
          </span>
        )}
        {operation.planDigest !== null && (
          <span className="flex items-center gap-1.5">
            <Seal digest={operation.planDigest} />{' '}
            <code className="text-code">{operation.planDigest.replace(/^[\w-]+:/, '').slice(0, 8)}</code>
          </span>
        )}
      </p>
      {operation.resources.length === 0 ? (
        <p className="text-body text-fg-2">{t('noResults')}</p>
      ) : (
        <ul className="divide-y divide-line-2">
          {operation.resources.map((resource, index) => {
            const result = resource.status ?? resource.hookPhase ?? '';
            const isBad = result === 'SyncFailed' || result === 'Failed' || result === 'Error';
            return (
              <li
                key={index}
                className="grid grid-cols-[minmax(0,18rem)_7rem_minmax(0,1fr)] gap-3 py-1 text-body max-md:grid-cols-1 max-md:gap-0"
              >
                <span className="truncate">
                  <span className="text-fg-3">{resource.key.kind}</span> {resource.key.name}
                </span>
                <span className={isBad ? 'text-bad-t' : 'text-fg-2'}>{result}</span>
                <span className="min-w-0 break-words text-fg-2">{resource.message}</span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
