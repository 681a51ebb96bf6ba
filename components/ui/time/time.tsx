'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { Tooltip } from '../overlay/tooltip';
import { formatUtcClock } from './moment';
import { useTimeWords } from './use-time-words';

interface TimeProps {
  /** ISO 8601, or ms since the epoch. */
  readonly at: string | number;
  /** `moment` "Fri 16:20", `age` "2 h 46 min", `ago` "2 h 46 min ago". */
  readonly as?: 'moment' | 'age' | 'ago';
  /** In rows the time is no tab stop of its own; the row's details say it in full. */
  readonly focusable?: boolean;
  readonly className?: string;
}

/** A moment, with its absolute time and zone on hover and focus. */
export function Time({ at, as = 'moment', focusable = false, className }: TimeProps) {
  const t = useTranslations('common');
  const words = useTimeWords();
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  const age = words.age(words.now - date.getTime());
  const text = { moment: words.moment(date), age, ago: t('ago', { age }) }[as];
  return (
    <Tooltip
      describes
      text={
        <span className="flex flex-col nums">
          <span>{words.absolute(date)}</span>
          <span className="opacity-80">{formatUtcClock(date)}</span>
        </span>
      }
    >
      <time
        dateTime={date.toISOString()}
        suppressHydrationWarning
        className={clsx('nums whitespace-nowrap', className)}
        {...(focusable ? { tabIndex: 0 } : {})}
      >
        {text}
      </time>
    </Tooltip>
  );
}
