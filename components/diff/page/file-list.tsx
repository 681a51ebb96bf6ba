'use client';

import { clsx } from 'clsx';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/form/checkbox';
import { SearchInput } from '@/components/ui/form/input';
import type { ComparedFile } from '../files/compare-file';
import { ChangeSign, LineCounts } from '../view/change-sign';

interface FileListProps {
  readonly files: readonly ComparedFile[];
  readonly identical: readonly { readonly id: string; readonly kind: string; readonly name: string }[];
  readonly selected: string | undefined;
  readonly isViewed: (file: ComparedFile) => boolean;
  readonly onViewed: (file: ComparedFile, isViewed: boolean) => void;
  readonly onSelect: (id: string) => void;
}

const GROUPS = ['changed', 'created', 'deleted'] as const;

/** Objects of the diff, by what happens to them; what is identical is counted, never hidden. */
export function FileList({ files, identical, selected, isViewed, onViewed, onSelect }: FileListProps) {
  const t = useTranslations('diff');
  const [filter, setFilter] = useState('');
  const word = filter.trim().toLowerCase();
  const shown = files.filter(({ file }) => `${file.kind} ${file.name}`.toLowerCase().includes(word));
  return (
    <nav
      aria-label={t('files')}
      className="flex w-66 shrink-0 flex-col overflow-auto border-r border-line max-lg:w-full max-lg:border-r-0 max-lg:border-b"
    >
      <div className="p-3">
        <SearchInput
          icon={<Search aria-hidden size={16} />}
          aria-label={t('filterFiles')}
          placeholder={t('filterFiles')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      {GROUPS.map((verdict) => {
        const members = shown.filter((compared) => compared.verdict === verdict);
        if (members.length === 0) return null;
        return (
          <section key={verdict} className="mb-3 max-lg:mb-1">
            <h3 className="px-4 pb-1 text-body font-semibold text-fg">
              {t(`groups.${verdict}`)}{' '}
              <span className="nums pl-1 text-meta font-normal text-fg-3">{members.length}</span>
            </h3>
            <ul>
              {members.map((compared) => (
                <FileItem
                  key={compared.file.id}
                  compared={compared}
                  isSelected={compared.file.id === selected}
                  isViewed={isViewed(compared)}
                  onViewed={onViewed}
                  onSelect={onSelect}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {identical.length > 0 && (
        <details className="px-4 pb-3 text-body text-fg-2">
          <summary className="min-h-6 cursor-pointer">{t('identical', { count: identical.length })}</summary>
          <ul className="mt-1 pl-4 text-meta text-fg-3">
            {identical.map((file) => (
              <li key={file.id} className="truncate py-0.5">
                {file.kind} {file.name}
              </li>
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}

interface FileItemProps {
  readonly compared: ComparedFile;
  readonly isSelected: boolean;
  readonly isViewed: boolean;
  readonly onViewed: (file: ComparedFile, isViewed: boolean) => void;
  readonly onSelect: (id: string) => void;
}

function FileItem({ compared, isSelected, isViewed, onViewed, onSelect }: FileItemProps) {
  const t = useTranslations('diff');
  const { file, verdict, stat } = compared;
  return (
    <li
      className={clsx(
        'relative flex min-h-10 items-center gap-1.5 px-2.5',
        isSelected
          ? 'bg-sel before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-you'
          : 'hover:bg-hover',
      )}
    >
      <Checkbox
        aria-label={t('markViewed', { name: file.name })}
        checked={isViewed}
        onChange={(event) => onViewed(compared, event.target.checked)}
      />
      <button
        type="button"
        onClick={() => onSelect(file.id)}
        aria-current={isSelected || undefined}
        className="flex min-w-0 flex-1 items-center gap-2 py-1 text-left focus-inset"
      >
        <ChangeSign verdict={verdict} label={t(`groups.${verdict}`)} />
        <span className="min-w-0 flex-1">
          <span className={clsx('block truncate text-body', isViewed ? 'text-fg-2' : 'font-medium text-fg')}>
            {file.name}
          </span>
          <span className="block truncate text-meta text-fg-3">{file.kind}</span>
        </span>
        <LineCounts {...stat} />
      </button>
    </li>
  );
}
