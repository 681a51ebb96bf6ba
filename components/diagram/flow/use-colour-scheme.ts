'use client';

import { useSyncExternalStore } from 'react';
import { useMedia } from '@/components/ui/media/use-media';

/** The theme in force, so that pictures with computed colours are drawn again when it changes. */
export function useColourScheme(): 'light' | 'dark' {
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const chosen = useSyncExternalStore(
    subscribe,
    () => document.documentElement.dataset['theme'] ?? 'system',
    () => 'system',
  );
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return systemDark ? 'dark' : 'light';
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
