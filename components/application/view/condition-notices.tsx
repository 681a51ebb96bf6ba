'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/feedback/notice';
import { Time } from '@/components/ui/time/time';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';

/** The application's conditions, errors before warnings, each with its whole message. */
export function ConditionNotices({ detail }: { readonly detail: ApplicationDetail }) {
  const t = useTranslations('application.conditions');
  const { conditions } = detail.row;
  const inOrder = [...conditions].sort((a, b) => Number(isWarning(a.type)) - Number(isWarning(b.type)));
  if (inOrder.length === 0 && detail.autoSyncBlockedBy === null) return null;
  return (
    <div className="border-t border-line">
      {inOrder.map((condition, index) => (
        <Notice
          key={`${condition.type}${index}`}
          tone={isWarning(condition.type) ? 'at' : 'bad'}
          glyph={isWarning(condition.type) ? 'disc-question' : 'octagon-cross'}
        >
          <b>{condition.type}</b>
          {condition.since !== null && (
            <>
              {' '}
              <Time at={condition.since} as="ago" />
            </>
          )}
          <p className="max-h-40 overflow-auto break-words whitespace-pre-wrap">{condition.message}</p>
        </Notice>
      ))}
      {detail.autoSyncBlockedBy !== null && (
        <Notice tone="at" glyph="door-hatched">
          {t('autoSyncBlocked', { reason: detail.autoSyncBlockedBy })}
        </Notice>
      )}
    </div>
  );
}

function isWarning(type: string): boolean {
  return type.endsWith('Warning');
}
