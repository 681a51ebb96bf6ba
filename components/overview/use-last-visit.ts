'use client';

import { useEffect, useState } from 'react';

const key = 'promontory-last-visit';

/** When this browser last left the overview, in ms; undefined on a first visit and before the page is live. */
export function useLastVisit(): number | undefined {
  const [left, setLeft] = useState<number | undefined>(undefined);
  useEffect(() => {
    const stored = Number(readStored());
    const timer = setTimeout(() => setLeft(stored > 0 ? stored : undefined), 0);
    const leave = () => {
      try {
        localStorage.setItem(key, String(Date.now()));
      } catch {
        // Storage may be switched off; the list then says what happened lately.
      }
    };
    window.addEventListener('pagehide', leave);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', leave);
    };
  }, []);
  return left;
}

function readStored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
