import { Glyph } from '@/components/ui/glyph/glyph';
import type { DiffVerdict } from '../files/diff-file';

/** One character of what happens to an object: ~ changes, + is new, a bin is deleted. */
export function ChangeSign({ verdict, label }: { readonly verdict: DiffVerdict; readonly label: string }) {
  if (verdict === 'deleted') return <Glyph name="bin" tone="bad" label={label} />;
  const sign = { changed: '~', created: '+', same: '=' }[verdict];
  const ink = { changed: 'text-at-t', created: 'text-ok-t', same: 'text-fg-3' }[verdict];
  return (
    <span className={`grid size-4 place-items-center font-mono text-code ${ink}`}>
      <span aria-hidden>{sign}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}

export function LineCounts({ added, removed }: { readonly added: number; readonly removed: number }) {
  return (
    <span className="nums text-meta whitespace-nowrap">
      {added > 0 && <span className="text-ok-t">+{added}</span>}{' '}
      {removed > 0 && <span className="text-bad-t">−{removed}</span>}
    </span>
  );
}
