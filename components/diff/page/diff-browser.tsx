'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { Sentence } from '@/components/ui/text/sentence';
import { useMedia } from '@/components/ui/media/use-media';
import { compareFile, type ComparedFile } from '../files/compare-file';
import type { DiffFile } from '../files/diff-file';
import { FileDiff } from '../view/file-diff';
import { SummaryEffect, SummaryWords } from '../view/summary-words';
import { DiffToolbar, type DiffSettings } from './diff-toolbar';
import { FileList } from './file-list';
import { useHunkKeys } from './use-hunk-keys';
import { useViewed } from './use-viewed';

interface DiffBrowserProps {
  /** Names the page for viewed marks. */
  readonly page: string;
  readonly changed: readonly DiffFile[];
  readonly identical: readonly DiffFile[];
  readonly titles: { readonly before: string; readonly after: string };
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly toolbar: ReactNode;
}

/** File list, semantic sentence and lines of every object that differs. */
export function DiffBrowser({
  page,
  changed,
  identical,
  titles,
  selected,
  onSelect,
  toolbar,
}: DiffBrowserProps) {
  const [settings, setSettings] = useState<DiffSettings>({
    layout: 'split',
    managers: true,
    ignoreWhitespace: false,
  });
  const isNarrow = useMedia('(max-width: 1023px)');
  const layout = isNarrow ? 'unified' : settings.layout;
  const files = useMemo(
    () => changed.map((file) => compareFile(file, settings.ignoreWhitespace)),
    [changed, settings.ignoreWhitespace],
  );
  const { isViewed, setViewed } = useViewed(page);
  const body = useRef<HTMLDivElement>(null);
  useHunkKeys(body);
  const current = files.find((compared) => compared.file.id === selected) ?? files[0];
  const select = (id: string) => {
    onSelect(id);
    body.current?.querySelector(`#${CSS.escape(`file-${id}`)}`)?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      <DiffToolbar
        settings={settings}
        onChange={(change) => setSettings({ ...settings, ...change })}
        viewed={files.filter(isViewed).length}
        total={files.length}
      >
        {toolbar}
      </DiffToolbar>
      <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-auto">
        <FileList
          files={files}
          identical={identical}
          selected={current?.file.id}
          isViewed={isViewed}
          onViewed={setViewed}
          onSelect={select}
        />
        <div ref={body} className="min-w-0 flex-1 overflow-auto max-lg:overflow-visible">
          {current && <SemanticSentence compared={current} />}
          {files.map((compared) => (
            <FileDiff
              key={compared.file.id}
              compared={compared}
              layout={layout}
              showManagers={settings.managers && !isNarrow}
              titles={titles}
              isViewed={isViewed(compared)}
              onViewed={(viewed) => setViewed(compared, viewed)}
            />
          ))}
        </div>
      </div>
    </>
  );
}

function SemanticSentence({ compared }: { readonly compared: ComparedFile }) {
  const t = useTranslations('diff');
  return (
    <div className="border-b border-line px-4 py-3">
      <Sentence>
        {compared.file.kind} <b>{compared.file.name}</b>
        {t('colon')}
        <SummaryWords summary={compared.summary} />. <SummaryEffect summary={compared.summary} />
        {compared.summary.restarts && '.'}
      </Sentence>
    </div>
  );
}
