'use client';

import { useCallback, useEffect, useState } from 'react';
import { readLogs, type LogQuery } from '@/lib/client/queries/resource-queries';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { LogLine } from '@/lib/contracts/resource/live-resource';
import { appendLines, EMPTY_LOG, type LogBuffer } from './model/log-buffer';

export interface LogStream {
  buffer: LogBuffer;
  state: 'waiting' | 'streaming' | 'ended' | 'failed';
  error: Error | undefined;
  restart: () => void;
}

/** Lines are drawn this often at most, however fast they come. */
const FLUSH_MS = 100;

/** Reads a log into a bounded buffer until the query changes or the component leaves. */
export function useLogStream(application: ApplicationRef, query: LogQuery | undefined): LogStream {
  const [buffer, setBuffer] = useState<LogBuffer>(EMPTY_LOG);
  const [state, setState] = useState<LogStream['state']>('waiting');
  const [error, setError] = useState<Error | undefined>();
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify([application, query ?? null, attempt]);
  useEffect(() => {
    const [ref, asked] = JSON.parse(key) as [ApplicationRef, LogQuery | null];
    if (!asked) return;
    const abort = new AbortController();
    let waiting: LogLine[] = [];
    const flush = () => {
      const lines = waiting;
      waiting = [];
      if (lines.length > 0) setBuffer((before) => appendLines(before, lines));
    };
    const timer = setInterval(flush, FLUSH_MS);
    const read = async () => {
      setBuffer(EMPTY_LOG);
      setError(undefined);
      setState('waiting');
      try {
        for await (const line of readLogs(ref, asked, abort.signal)) {
          waiting.push(line);
          setState('streaming');
        }
        flush();
        setState('ended');
      } catch (problem) {
        if (abort.signal.aborted) return;
        flush();
        setError(problem instanceof Error ? problem : new Error(String(problem)));
        setState('failed');
      }
    };
    void read();
    return () => {
      abort.abort();
      clearInterval(timer);
    };
  }, [key]);
  const restart = useCallback(() => setAttempt((count) => count + 1), []);
  return { buffer, state, error, restart };
}
