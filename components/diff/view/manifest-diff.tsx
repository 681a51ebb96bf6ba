'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button/button';
import type { ComparedFile } from '../files/compare-file';
import { foldRows, type DiffItem } from '../lines/fold-rows';
import { skippedRange } from '../lines/skipped-range';
import { sidesOf } from './diff-row-model';
import { SkippedRow } from './skipped-row';
import { SplitRow } from './split-row';
import { UnifiedRow } from './unified-row';

export type DiffLayout = 'split' | 'unified';

interface ManifestDiffProps {
  readonly compared: ComparedFile;
  readonly layout: DiffLayout;
  readonly showManagers?: boolean;
  /** Heads above the two sides of a split diff. */
  readonly titles?: { readonly before: string; readonly after: string };
  /** Lines around a change. */
  readonly context?: number;
  readonly className?: string;
}

/** Lines that are drawn before the reader asks for more, so that a generated file of 12,000 lines opens at once. */
const STEP = 400;

/** The one diff of manifests: folded, with marked words, the owners of the live fields at their side. */
export function ManifestDiff({
  compared,
  layout,
  showManagers = false,
  titles,
  context,
  className,
}: ManifestDiffProps) {
  const t = useTranslations('diff');
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const [limit, setLimit] = useState(STEP);
  const items = useMemo(() => foldRows(compared.rows, opened, context), [compared.rows, opened, context]);
  const columns = layout === 'split' ? 6 + Number(showManagers) : 4 + Number(showManagers);
  const rest = items.length - limit;
  const Row = layout === 'split' ? SplitRow : UnifiedRow;
  const draw = (item: DiffItem, position: number) => {
    if (item.type === 'skipped')
      return (
        <SkippedRow
          key={`s${item.from}`}
          count={item.to - item.from}
          range={skippedRange(compared.rows, item.from, item.to, compared)}
          columns={columns}
          onOpen={() => setOpened(new Set([...opened, item.from]))}
        />
      );
    const { before, after } = sidesOf(compared, item.row, ownerAbove(compared, items[position - 1]));
    return (
      <Row key={item.index} before={before} after={after} showManagers={showManagers} hunk={item.hunk} />
    );
  };
  return (
    <div className={className}>
      <table className="w-full table-fixed border-collapse font-mono text-code">
        <caption className="sr-only">
          {t('caption', { kind: compared.file.kind, name: compared.file.name })}
        </caption>
        <Columns layout={layout} showManagers={showManagers} />
        {titles && layout === 'split' && <Titles titles={titles} showManagers={showManagers} />}
        <tbody>{items.slice(0, limit).map(draw)}</tbody>
      </table>
      {rest > 0 && (
        <div className="flex justify-center border-t border-dashed border-line p-2">
          <Button size="small" onClick={() => setLimit(limit + 4 * STEP)}>
            {t('showMoreLines', { count: Math.min(rest, 4 * STEP), rest })}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Manager of the row above as it is shown: after a fold its name is written again. */
function ownerAbove(compared: ComparedFile, above: DiffItem | undefined): string | undefined {
  if (above?.type !== 'row' || above.row.before === undefined) return undefined;
  return compared.gutter[above.row.before]?.owner.manager;
}

function Columns({ layout, showManagers }: { readonly layout: DiffLayout; readonly showManagers: boolean }) {
  if (layout === 'unified')
    return (
      <colgroup>
        <col className="w-10" />
        <col className="w-10" />
        <col className="w-5" />
        <col />
        {showManagers && <col className="w-31" />}
      </colgroup>
    );
  return (
    <colgroup>
      <col className="w-10" />
      {showManagers && <col className="w-31" />}
      <col className="w-5" />
      <col />
      <col className="w-10" />
      <col className="w-5" />
      <col />
    </colgroup>
  );
}

interface TitlesProps {
  readonly titles: { readonly before: string; readonly after: string };
  readonly showManagers: boolean;
}

function Titles({ titles, showManagers }: TitlesProps) {
  const t = useTranslations('diff');
  const head = 'h-7 border-b border-line px-0 text-left font-sans text-meta font-normal text-fg-2';
  return (
    <thead>
      <tr>
        <td className={head} />
        {showManagers && (
          <th scope="col" className={head}>
            {t('fieldManager')}
          </th>
        )}
        <td className={head} />
        <th scope="col" className={head}>
          {titles.before}
        </th>
        <td className={clsx(head, 'border-l')} />
        <td className={head} />
        <th scope="col" className={head}>
          {titles.after}
        </th>
      </tr>
    </thead>
  );
}
