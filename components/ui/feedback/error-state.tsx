'use client';

import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { Button } from '../button/button';
import { CopyButton } from '../button/copy-button';
import { Glyph } from '../glyph/glyph';
import { rich } from '../text/rich';
import { useTimeWords } from '../time/use-time-words';
import { StateBox } from './state-box';

interface ErrorStateProps {
  /** What could not be done: "Promotions could not be loaded". */
  readonly title: string;
  /** What the server said. */
  readonly detail?: ReactNode;
  /** When it last worked, or when it first failed, in ms; the moment of showing when absent. */
  readonly since?: number;
  readonly requestId?: string | undefined;
  readonly onRetry?: () => void;
  readonly retrying?: boolean;
}

export function ErrorState({ title, detail, since, requestId, onRetry, retrying = false }: ErrorStateProps) {
  const t = useTranslations('common.error');
  const words = useTimeWords();
  const [shownAt] = useState(() => Date.now());
  const moment = words.moment(new Date(since ?? shownAt));
  return (
    <StateBox
      live="alert"
      icon={<Glyph name="octagon-cross" tone="bad" />}
      title={title}
      actions={
        <>
          {onRetry && (
            <Button busy={retrying} onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
          <CopyButton
            label={t('copyDetails')}
            text={() => [title, moment, requestId].filter(Boolean).join('\n')}
          />
        </>
      }
    >
      {detail} {t('since', { moment })}{' '}
      {requestId !== undefined &&
        t.rich('request', {
          ...rich,
          id: requestId,
          code: (chunks) => <code className="text-code">{chunks}</code>,
        })}
    </StateBox>
  );
}
