'use client';

import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { Panel } from '@/components/ui/panel/panel';
import { SectionHead } from '@/components/ui/text/section-head';
import type { MatrixRow } from '@/lib/contracts/platform/overview';
import { MatrixCellView } from './matrix-cell-view';
import { lineUp, type MatrixLine } from './line-up';

interface VersionMatrixProps {
  readonly environments: readonly string[];
  readonly rows: readonly MatrixRow[];
}

const shown = 12;

/** What runs where: one service per line, its environments in the order of life, furthest apart first. */
export function VersionMatrix({ environments, rows }: VersionMatrixProps) {
  const t = useTranslations('overview.matrix');
  const lines = lineUp(rows, environments);
  const note =
    lines.length > shown ? t('someOf', { shown, total: lines.length }) : t('all', { total: lines.length });
  return (
    <section aria-labelledby="matrix">
      <SectionHead id="matrix" title={t('title')} note={note} />
      {lines.length === 0 ? (
        <Panel>
          <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
        </Panel>
      ) : (
        <Panel className="max-sm:-mx-4 max-sm:rounded-none max-sm:border-x-0">
          <div role="group" aria-labelledby="matrix" className="overflow-x-auto">
            <table className="w-full border-collapse text-body">
              <thead>
                <tr className="h-7 text-left text-meta text-fg-3">
                  <th scope="col" className="sticky left-0 bg-surface px-3 font-normal">
                    {t('service')}
                  </th>
                  {environments.map((environment) => (
                    <th key={environment} scope="col" className="px-3 font-normal whitespace-nowrap">
                      {environment}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.slice(0, shown).map((line) => (
                  <MatrixLineView key={`${line.project}/${line.name}`} line={line} />
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
      )}
    </section>
  );
}

function MatrixLineView({ line }: { readonly line: MatrixLine }) {
  return (
    <tr className="h-8 border-t border-line-2">
      <th
        scope="row"
        className="sticky left-0 max-w-56 truncate bg-surface px-3 text-left font-medium text-fg"
      >
        {line.name}
      </th>
      {line.cells.map((cell, index) => (
        <td key={index} className="px-3">
          {cell.view && <MatrixCellView cell={cell.view} sameAsBefore={cell.sameAsBefore} />}
        </td>
      ))}
    </tr>
  );
}
