'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CopyButton } from '@/components/ui/button/copy-button';
import { Chip } from '@/components/ui/chip/chip';
import { Notice } from '@/components/ui/feedback/notice';
import { Checkbox } from '@/components/ui/form/checkbox';
import { ChevronButton } from '@/components/ui/tree-grid/chevron-button';
import type { ComparedFile } from '../files/compare-file';
import { LineCounts } from './change-sign';
import { ManifestDiff, type DiffLayout } from './manifest-diff';

interface FileDiffProps {
  readonly compared: ComparedFile;
  readonly layout: DiffLayout;
  readonly showManagers: boolean;
  readonly titles: { readonly before: string; readonly after: string };
  readonly isViewed: boolean;
  readonly onViewed: (isViewed: boolean) => void;
}

/** One object of the diff: sunken head, lines below; a viewed one folds. */
export function FileDiff({ compared, layout, showManagers, titles, isViewed, onViewed }: FileDiffProps) {
  const t = useTranslations('diff');
  const [isOpen, setOpen] = useState(!isViewed);
  const { file, stat } = compared;
  const place = [file.group, file.kind, file.namespace].filter(Boolean).join(' / ');
  return (
    <section id={`file-${file.id}`} aria-label={`${file.kind} ${file.name}`} className="border-b border-line">
      <header className="sticky top-0 z-10 flex min-h-9 flex-wrap items-center gap-2 border-b border-line bg-sunken px-4 py-1">
        <ChevronButton
          expanded={isOpen}
          label={isOpen ? t('closeFile', { name: file.name }) : t('openFile', { name: file.name })}
          onClick={() => setOpen(!isOpen)}
        />
        <h3 className="min-w-0 truncate text-body text-fg-2">
          {place} / <b className="text-fg">{file.name}</b>
        </h3>
        <LineCounts {...stat} />
        {file.marks?.map((mark) => (
          <Chip
            key={mark}
            tone={mark === 'drift' ? 'at' : 'mo'}
            glyph={mark === 'drift' ? 'waves' : 'hourglass'}
          >
            {t(`marks.${mark}`)}
          </Chip>
        ))}
        <span className="ml-auto flex items-center gap-1">
          <CopyButton text={() => compared.after.map((line) => line.text).join('\n')} />
          <label className="flex items-center gap-0.5 text-body text-fg-2">
            <Checkbox
              checked={isViewed}
              onChange={(event) => {
                onViewed(event.target.checked);
                setOpen(!event.target.checked);
              }}
            />
            {t('viewed')}
          </label>
        </span>
      </header>
      {file.notice !== undefined && (
        <Notice tone="at" glyph="door-dots">
          {file.notice}
        </Notice>
      )}
      {isOpen && (
        <ManifestDiff compared={compared} layout={layout} showManagers={showManagers} titles={titles} />
      )}
    </section>
  );
}
