'use client';

import { useCallback, useState } from 'react';
import type { ComparedFile } from '../files/compare-file';

/**
 * Which files this reader has viewed, kept in this browser per page. A mark belongs to the content: a file that
 * changes again is unviewed again.
 */
export function useViewed(page: string): {
  isViewed: (compared: ComparedFile) => boolean;
  setViewed: (compared: ComparedFile, isViewed: boolean) => void;
} {
  const key = `promontory-viewed/${page}`;
  const [viewed, setStored] = useState<Record<string, string>>(() => read(key));
  const setViewed = useCallback(
    (compared: ComparedFile, isViewed: boolean) =>
      setStored((before) => {
        const next = { ...before, [compared.file.id]: isViewed ? compared.fingerprint : '' };
        write(key, next);
        return next;
      }),
    [key],
  );
  return { isViewed: (compared) => viewed[compared.file.id] === compared.fingerprint, setViewed };
}

function read(key: string): Record<string, string> {
  if (typeof window === 'undefined') return {};
  try {
    return JSON.parse(window.localStorage.getItem(key) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

/** A full or forbidden store loses the marks, nothing else. */
function write(key: string, viewed: Record<string, string>): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(viewed));
  } catch {
    return;
  }
}
