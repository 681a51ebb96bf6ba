'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useActions } from '@/components/ui/actions/action-context';
import { FilterTokenInput } from '@/components/ui/filter/filter-token-input';
import { ChoiceMenu } from '@/components/ui/form/choice-menu';
import type { ApplicationPage, Facets } from '@/lib/contracts/application/application-query';
import { suggest } from '../filter/suggest';
import { groupChoices, problemsFirst, type AppsState, type SortChoice } from '../state/apps-url';

interface AppsToolbarProps {
  readonly state: AppsState;
  readonly onChange: (change: Partial<AppsState>) => void;
  readonly total: number | undefined;
  readonly all: number | undefined;
  readonly facets: Facets;
  readonly notUnderstood: ApplicationPage['notUnderstood'];
}

const sortMenu = [
  problemsFirst,
  'name',
  'drift',
  '-deployed',
  'env',
  'cluster',
  'project',
] as const satisfies readonly SortChoice[];

/** The query as tokens, and how its rows are grouped and sorted. */
export function AppsToolbar({ state, onChange, total, all, facets, notUnderstood }: AppsToolbarProps) {
  const t = useTranslations('apps');
  const [draft, setDraft] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useActions([
    { id: 'filter', label: t('filter'), section: 'page', keys: '/', run: () => input.current?.focus() },
  ]);
  const sorts = sortMenu.some((choice) => choice === state.sort) ? sortMenu : [...sortMenu, state.sort];
  return (
    <div className="flex flex-col gap-1 px-6 pt-3 pb-2 max-sm:px-4">
      <div className="flex flex-wrap items-start gap-2">
        <FilterTokenInput
          label={t('filter')}
          value={state.q}
          onChange={(q) => onChange({ q })}
          draft={draft}
          onDraft={setDraft}
          suggestions={suggest(draft, facets)}
          summary={total !== undefined && all !== undefined && t('summary', { total, all })}
          inputRef={input}
        />
        <ChoiceMenu
          label={t('group')}
          value={state.group}
          choices={groupChoices.map((value) => ({ value, label: t(`groups.${value}`) }))}
          onChange={(group) => onChange({ group })}
        />
        <ChoiceMenu
          label={t('sort')}
          value={state.sort}
          choices={sorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
          onChange={(sort) => onChange({ sort })}
        />
      </div>
      {notUnderstood.map(({ token, reason }) => (
        <p key={token} role="status" className="text-meta text-at-t">
          {t('notUnderstood', { token, reason })}
        </p>
      ))}
    </div>
  );
}
