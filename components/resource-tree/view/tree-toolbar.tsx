'use client';

import { Check, ListTree, Network, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useActions } from '@/components/ui/actions/action-context';
import { Button } from '@/components/ui/button/button';
import { SearchInput } from '@/components/ui/form/input';
import { SegmentedControl } from '@/components/ui/form/segmented-control';
import { KeyCap } from '@/components/ui/text/key-cap';

export const TREE_VIEWS = ['outline', 'graph', 'diagram'] as const;
export type TreeView = (typeof TREE_VIEWS)[number];

interface TreeToolbarProps {
  readonly view: TreeView;
  readonly onView: (view: TreeView) => void;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly problems: number;
  readonly problemsOnly: boolean;
  readonly onProblemsOnly: (problemsOnly: boolean) => void;
  readonly waves: boolean;
  readonly onWaves: (waves: boolean) => void;
}

export function TreeToolbar(props: TreeToolbarProps) {
  const t = useTranslations('tree');
  const field = useRef<HTMLInputElement>(null);
  useActions([
    { id: 'filter-tree', label: t('filter'), section: 'page', keys: '/', run: () => field.current?.focus() },
  ]);
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar')}
      className="flex min-h-11 flex-wrap items-center gap-2 px-6 py-1.5 max-sm:px-4"
    >
      <span className="max-md:hidden">
        <SegmentedControl
          label={t('view')}
          value={props.view}
          segments={[
            { value: 'outline', label: t('views.outline'), icon: <ListTree aria-hidden /> },
            { value: 'graph', label: t('views.graph'), icon: <Network aria-hidden /> },
            { value: 'diagram', label: t('views.diagram') },
          ]}
          onChange={props.onView}
        />
      </span>
      <SearchInput
        ref={field}
        icon={<Search aria-hidden size={16} />}
        end={<KeyCap>/</KeyCap>}
        className="w-48 max-sm:flex-1"
        aria-label={t('filter')}
        placeholder={t('filter')}
        value={props.filter}
        onChange={(event) => props.onFilter(event.target.value)}
      />
      <Button
        aria-pressed={props.problemsOnly}
        className="aria-pressed:bg-press"
        icon={props.problemsOnly ? <Check aria-hidden /> : undefined}
        onClick={() => props.onProblemsOnly(!props.problemsOnly)}
      >
        {t('problemsOnly')} <span className="nums font-semibold">{props.problems}</span>
      </Button>
      <Button
        aria-pressed={props.waves}
        className="aria-pressed:bg-press"
        icon={props.waves ? <Check aria-hidden /> : undefined}
        onClick={() => props.onWaves(!props.waves)}
      >
        {t('waves')}
      </Button>
    </div>
  );
}
