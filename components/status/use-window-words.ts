'use client';

import { useTranslations } from 'next-intl';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { WindowVerdict } from '@/lib/contracts/sync/window';
import type { Face } from './sync-faces';

export interface WindowWords {
  readonly face: Face;
  /** "Closed until Tue 06:00". */
  readonly short: string;
  /** "Closed by Peak-load rehearsal until Tue 06:00". */
  readonly because: string;
  /** Label of a blocked sync button; absent while a person may sync. */
  readonly blocked: string | undefined;
}

/** Says a window verdict in the same words everywhere; undefined where no window applies. */
export function useWindowWords(): (verdict: WindowVerdict) => WindowWords | undefined {
  const t = useTranslations('status.window');
  const times = useTimeWords();
  return (verdict) => {
    if (verdict.reason === '' && verdict.open && verdict.until === null) return undefined;
    const moment = verdict.until === null ? undefined : times.moment(new Date(verdict.until));
    const rule = verdict.reason;
    if (verdict.open) {
      const short = moment === undefined ? t('open') : t('openUntil', { moment });
      return { face: { glyph: 'door-tick', tone: 'ok' }, short, because: short, blocked: undefined };
    }
    const because = moment === undefined ? t('closedBy', { rule }) : t('closedByUntil', { rule, moment });
    if (verdict.manualOpen) {
      const short = moment === undefined ? t('manual') : t('manualUntil', { moment });
      return { face: { glyph: 'door-clock', tone: 'at' }, short, because, blocked: undefined };
    }
    return {
      face: { glyph: 'door-hatched', tone: 'at' },
      short: moment === undefined ? t('closed') : t('closedUntil', { moment }),
      because,
      blocked: moment === undefined ? t('syncBlocked') : t('syncBlockedUntil', { moment }),
    };
  };
}
