import { clsx } from 'clsx';
import { GutterCell } from './gutter-cell';
import { LineText } from './line-text';
import type { SideLine } from './diff-row-model';

interface SplitRowProps {
  readonly before: SideLine | undefined;
  readonly after: SideLine | undefined;
  readonly showManagers: boolean;
  readonly hunk: number | undefined;
}

const cell = 'h-5 p-0 align-top leading-5';

/** Live at the left, after at the right; the side that has no line is hatched. */
export function SplitRow({ before, after, showManagers, hunk }: SplitRowProps) {
  const old = before?.isChanged ? 'bg-del' : '';
  const fresh = after?.isChanged ? 'bg-add' : '';
  return (
    <tr data-hunk={hunk}>
      <td className={clsx(cell, old, 'nums pr-2 text-right text-fg-3 select-none')}>{before?.number}</td>
      {showManagers && <GutterCell cell={before?.gutter} className={old} />}
      {before ? (
        <>
          <td className={clsx(cell, old, 'pl-1 text-fg-2 select-none')}>
            {before.isChanged && <Sign side="before" />}
          </td>
          <td className={clsx(cell, old, 'break-all whitespace-pre-wrap')}>
            <LineText text={before.text} marks={before.marks} side="before" />
          </td>
        </>
      ) : (
        <td colSpan={2} className={clsx(cell, 'hatched')} />
      )}
      <td className={clsx(cell, fresh, 'nums border-l border-line pr-2 text-right text-fg-3 select-none')}>
        {after?.number}
      </td>
      {after ? (
        <>
          <td className={clsx(cell, fresh, 'pl-1 text-fg-2 select-none')}>
            {after.isChanged && <Sign side="after" />}
          </td>
          <td className={clsx(cell, fresh, 'pr-2 break-all whitespace-pre-wrap')}>
            <LineText text={after.text} marks={after.marks} side="after" />
          </td>
        </>
      ) : (
        <td colSpan={2} className={clsx(cell, 'hatched')} />
      )}
    </tr>
  );
}

export function Sign({ side }: { readonly side: 'before' | 'after' }) {
  return side === 'before' ? <span className="text-bad-t">−</span> : <span className="text-ok-t">+</span>;
}
