'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button/button';
import { SearchInput } from '@/components/ui/form/input';
import { Select } from '@/components/ui/form/select';
import { isFiltered, resultChoices, sinceChoices, type ActivityFilters } from './activity-filters';

interface FilterBarProps {
  readonly filters: ActivityFilters;
  readonly onChange: (change: Partial<ActivityFilters> | null) => void;
}

const texts = ['actor', 'action', 'object', 'project'] as const;

export function FilterBar({ filters, onChange }: FilterBarProps) {
  const t = useTranslations('activity.filters');
  const results = useTranslations('activity.results');
  return (
    <search aria-label={t('label')} className="flex flex-wrap items-center gap-2 px-6 pb-3 max-sm:px-4">
      {texts.map((name) => (
        <SearchInput
          key={name}
          aria-label={t(name)}
          placeholder={t(name)}
          icon={<Search aria-hidden size={14} />}
          value={filters[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
          className="w-40 max-sm:w-[calc(50%-4px)]"
        />
      ))}
      <Select
        aria-label={t('result')}
        value={filters.result ?? ''}
        onChange={(event) =>
          onChange({ result: resultChoices.find((choice) => choice === event.target.value) ?? null })
        }
      >
        <option value="">{t('any')}</option>
        {resultChoices.map((choice) => (
          <option key={choice} value={choice}>
            {results(choice)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={t('since')}
        value={filters.since}
        onChange={(event) =>
          onChange({ since: sinceChoices.find((choice) => choice === event.target.value) ?? 'ever' })
        }
      >
        {sinceChoices.map((choice) => (
          <option key={choice} value={choice}>
            {t(choice)}
          </option>
        ))}
      </Select>
      {isFiltered(filters) && (
        <Button variant="quiet" onClick={() => onChange(null)}>
          {t('clear')}
        </Button>
      )}
    </search>
  );
}
