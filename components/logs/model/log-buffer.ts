import type { LogLine } from '@/lib/contracts/resource/live-resource';
import { logLevel, type LogLevel } from './log-level';

/** A line as it is shown; `number` counts from the first line of the stream and never changes. */
export interface ShownLine {
  number: number;
  text: string;
  at: string | null;
  pod: string;
  level: LogLevel | undefined;
}

export interface LogBuffer {
  lines: readonly ShownLine[];
  /** Lines received in all, dropped ones included. */
  received: number;
}

/** Oldest lines go first beyond this, so that a chatty Pod cannot fill the tab. */
export const MOST_LINES = 10_000;

export const EMPTY_LOG: LogBuffer = { lines: [], received: 0 };

export function appendLines(buffer: LogBuffer, lines: readonly LogLine[], most = MOST_LINES): LogBuffer {
  if (lines.length === 0) return buffer;
  const added = lines.map((line, index) => ({
    number: buffer.received + index + 1,
    text: line.content,
    at: line.timeStamp,
    pod: line.podName,
    level: logLevel(line.content),
  }));
  return { lines: [...buffer.lines, ...added].slice(-most), received: buffer.received + lines.length };
}

/** Lines that hold every word of the filter, whatever their case. */
export function filterLines(lines: readonly ShownLine[], filter: string): readonly ShownLine[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return lines;
  return lines.filter((line) => {
    const text = line.text.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
