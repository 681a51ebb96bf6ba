'use client';

import { useLocale, useTranslations } from 'next-intl';
import { dateLocale } from '@/components/ui/time/moment';
import type { SyncWindow } from '@/lib/domain/project/app-project';
import { occurrencesBetween } from '@/lib/domain/window/schedule/occurrences';
import { parseWindow } from '@/lib/domain/window/schedule/parse-window';

interface NextOccurrencesProps {
  readonly window: SyncWindow;
  readonly now: Date;
  readonly viewerZone: string;
}

const HORIZON_MS = 400 * 86_400_000;

/** The next five times a window holds, in the viewer's zone and, where it differs, in the window's. */
export function NextOccurrences({ window, now, viewerZone }: NextOccurrencesProps) {
  const t = useTranslations('windows.editor');
  const locale = useLocale();
  const parsed = parseWindow(window);
  if (!parsed.ok) return null;
  const write = (at: Date, timeZone: string) =>
    new Intl.DateTimeFormat(dateLocale(locale), {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .format(at)
      .replace(/,/g, '');
  const occurrences = occurrencesBetween(parsed.spans, now, new Date(now.getTime() + HORIZON_MS)).slice(0, 5);
  if (occurrences.length === 0) return <p className="text-body text-fg-2">{t('never')}</p>;
  return (
    <ol className="divide-y divide-line-2">
      {occurrences.map((occurrence) => (
        <li key={occurrence.from.getTime()} className="nums flex flex-wrap gap-x-4 py-1 text-body">
          <span className="text-fg">
            {t('occurrence', {
              from: write(occurrence.from, viewerZone),
              until: write(occurrence.until, viewerZone),
            })}
          </span>
          {parsed.zone !== viewerZone && (
            <span className="text-fg-3">
              {t('inZone', { from: write(occurrence.from, parsed.zone), zone: parsed.zone })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
