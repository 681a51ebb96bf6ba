'use client';

import { StatusBadge } from '@/components/ui/status/status-badge';
import type { WindowVerdict } from '@/lib/contracts/sync/window';
import { useWindowWords } from './use-window-words';

/** "Closed until Tue 06:00" on a row; nothing where no window applies. */
export function WindowBadge({ verdict }: { readonly verdict: WindowVerdict }) {
  const words = useWindowWords()(verdict);
  if (!words) return null;
  return (
    <span title={words.because} className="inline-flex min-w-0">
      <StatusBadge glyph={words.face.glyph} tone={words.face.tone}>
        {words.short}
      </StatusBadge>
    </span>
  );
}
