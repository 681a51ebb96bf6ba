import { clsx } from 'clsx';
import { GutterCell } from './gutter-cell';
import { LineText } from './line-text';
import type { SideLine } from './diff-row-model';
import { Sign } from './split-row';

interface UnifiedRowProps {
  readonly before: SideLine | undefined;
  readonly after: SideLine | undefined;
  readonly showManagers: boolean;
  readonly hunk: number | undefined;
}

/** The old line above the new one; an unchanged line once. */
export function UnifiedRow({ before, after, showManagers, hunk }: UnifiedRowProps) {
  const isChanged = before?.isChanged === true || after?.isChanged === true;
  if (!isChanged && before && after)
    return (
      <Line line={before} numbers={[before.number, after.number]} showManagers={showManagers} hunk={hunk} />
    );
  return (
    <>
      {before && (
        <Line
          line={before}
          numbers={[before.number, undefined]}
          side="before"
          showManagers={showManagers}
          hunk={hunk}
        />
      )}
      {after && (
        <Line
          line={after}
          numbers={[undefined, after.number]}
          side="after"
          showManagers={showManagers}
          hunk={before ? undefined : hunk}
        />
      )}
    </>
  );
}

interface LineProps {
  readonly line: SideLine;
  readonly numbers: readonly [number | undefined, number | undefined];
  readonly side?: 'before' | 'after';
  readonly showManagers: boolean;
  readonly hunk: number | undefined;
}

const cell = 'h-5 p-0 align-top leading-5';

function Line({ line, numbers, side, showManagers, hunk }: LineProps) {
  const ground = side === 'before' ? 'bg-del' : side === 'after' ? 'bg-add' : '';
  return (
    <tr data-hunk={hunk} className={ground}>
      <td className={clsx(cell, 'nums pr-2 text-right text-fg-3 select-none')}>{numbers[0]}</td>
      <td className={clsx(cell, 'nums pr-2 text-right text-fg-3 select-none')}>{numbers[1]}</td>
      <td className={clsx(cell, 'pl-1 select-none')}>{side && <Sign side={side} />}</td>
      <td className={clsx(cell, 'pr-2 break-all whitespace-pre-wrap')}>
        <LineText text={line.text} marks={line.marks} side={side ?? 'after'} />
      </td>
      {showManagers && <GutterCell cell={side === 'after' ? undefined : line.gutter} className="" />}
    </tr>
  );
}
