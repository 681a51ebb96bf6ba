'use client';

import { useState } from 'react';
import { formatApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';

export interface Selection {
  readonly keys: ReadonlySet<string>;
  /** Rows as they were when chosen, or newer where they are loaded. */
  readonly rows: readonly ApplicationRow[];
  readonly toggle: (key: string) => void;
  /** Chooses all loaded rows, or none when all are chosen already. */
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/** Chosen applications; they stay chosen when the filter no longer shows them. */
export function useSelection(loaded: readonly ApplicationRow[]): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, ApplicationRow>>(new Map());
  const current = new Map(loaded.map((row) => [formatApplicationRef(row), row]));
  const toggle = (key: string) => {
    const next = new Map(chosen);
    const row = current.get(key);
    if (next.has(key)) next.delete(key);
    else if (row) next.set(key, row);
    setChosen(next);
  };
  const all = loaded.length > 0 && [...current.keys()].every((key) => chosen.has(key));
  return {
    keys: new Set(chosen.keys()),
    rows: [...chosen].map(([key, row]) => current.get(key) ?? row),
    toggle,
    toggleAll: () => setChosen(all ? new Map() : new Map([...chosen, ...current])),
    clear: () => setChosen(new Map()),
  };
}
