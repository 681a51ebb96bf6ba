import { Anchor } from 'lucide-react';
import { clsx } from 'clsx';
import { Glyph } from '@/components/ui/glyph/glyph';
import type { TaskAction } from '@/lib/contracts/sync/sync-plan';

const signs = { create: '+', update: '~', unchanged: '=', skip: '·' } as const;
const inks = { create: 'text-ok-t', update: 'text-at-t', unchanged: 'text-fg-3', skip: 'text-fg-3' } as const;

/** One sign of what a task does: + creates, ~ changes, a bin deletes, an anchor is a hook. */
export function ActionSign({ action, label }: { readonly action: TaskAction; readonly label?: string }) {
  if (action === 'prune') return <Glyph name="bin" tone="bad" {...(label === undefined ? {} : { label })} />;
  return (
    <span
      className={clsx(
        'grid size-4 shrink-0 place-items-center font-mono text-code',
        action === 'hook' ? 'text-fg-3' : inks[action],
      )}
    >
      {action === 'hook' ? <Anchor aria-hidden size={14} /> : <span aria-hidden>{signs[action]}</span>}
      {label !== undefined && <span className="sr-only">{label}</span>}
    </span>
  );
}
