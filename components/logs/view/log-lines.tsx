'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { LogLevel } from '../model/log-level';
import type { ShownLine } from '../model/log-buffer';
import { useLogVirtualizer } from './use-log-virtualizer';

interface LogLinesProps {
  readonly label: string;
  readonly lines: readonly ShownLine[];
  readonly wraps: boolean;
  readonly follows: boolean;
  readonly showPods: boolean;
  readonly onFollow: (follows: boolean) => void;
}

const inks = {
  error: 'text-bad-t',
  warn: 'text-at-t',
  info: 'text-fg',
  debug: 'text-fg-3',
} as const satisfies Record<LogLevel, string>;

/** A box that scrolls must be reachable by keyboard (WCAG 2.1.1), although it is no control. */
const scrollable = { role: 'log', tabIndex: 0 } as const;

/** Virtual lines; scrolling up stops following, the end starts it again. */
export function LogLines({ label, lines, wraps, follows, showPods, onFollow }: LogLinesProps) {
  'use no memo';
  const t = useTranslations('logs');
  const box = useRef<HTMLDivElement>(null);
  const virtual = useLogVirtualizer(box, lines);
  useEffect(() => {
    if (follows && lines.length > 0) virtual.scrollToIndex(lines.length - 1, { align: 'end' });
  }, [follows, lines, virtual]);
  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 24;
    if (
      isAtEnd !== follows &&
      (isAtEnd || element.scrollTop < element.scrollHeight - element.clientHeight - 80)
    )
      onFollow(isAtEnd);
  };
  return (
    <div
      ref={box}
      {...scrollable}
      aria-label={label}
      aria-live="off"
      onScroll={onScroll}
      className="min-h-0 flex-1 overflow-auto bg-sunken font-mono text-code focus-inset"
    >
      <ol className="relative" aria-label={t('lines')} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          return (
            line && (
              <li
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                style={{ transform: `translateY(${item.start}px)` }}
                className="absolute top-0 left-0 flex min-w-full hover:bg-hover"
              >
                <span className="nums w-14 shrink-0 pr-3 text-right text-fg-3 select-none">
                  {line.number}
                </span>
                {line.at !== null && (
                  <time dateTime={line.at} className="shrink-0 pr-3 text-fg-3">
                    {line.at.slice(11, 19)}
                  </time>
                )}
                {showPods && (
                  <span className="w-40 shrink-0 truncate pr-3 text-fg-3" title={line.pod}>
                    {line.pod}
                  </span>
                )}
                <span
                  className={clsx(
                    'pr-4',
                    wraps ? 'min-w-0 flex-1 break-all whitespace-pre-wrap' : 'whitespace-pre',
                    line.level ? inks[line.level] : 'text-fg',
                  )}
                >
                  {line.text || ' '}
                </span>
              </li>
            )
          );
        })}
      </ol>
    </div>
  );
}
