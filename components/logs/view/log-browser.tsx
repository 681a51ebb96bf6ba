'use client';

import { ArrowDownToLine, Download, Search, WrapText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button/button';
import { CopyButton } from '@/components/ui/button/copy-button';
import { EmptyState } from '@/components/ui/feedback/empty-state';
import { ErrorState } from '@/components/ui/feedback/error-state';
import { SearchInput } from '@/components/ui/form/input';
import { isApiProblem } from '@/lib/client/api/api-problem';
import type { LogQuery } from '@/lib/client/queries/resource-queries';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import { filterLines, type ShownLine } from '../model/log-buffer';
import { useLogStream } from '../use-log-stream';
import { LogLines } from './log-lines';

interface LogBrowserProps {
  readonly application: ApplicationRef;
  /** Absent while nothing can be read, such as before a Pod is chosen. */
  readonly query: LogQuery | undefined;
  /** What is read, for the name of the file and for screen readers. */
  readonly name: string;
  readonly showPods?: boolean;
  /** Choice of Pod and container. */
  readonly children?: ReactNode;
}

export function LogBrowser({ application, query, name, showPods = false, children }: LogBrowserProps) {
  const t = useTranslations('logs');
  const [filter, setFilter] = useState('');
  const [wraps, setWraps] = useState(true);
  const [follows, setFollows] = useState(true);
  const { buffer, state, error, restart } = useLogStream(application, query);
  const lines = filterLines(buffer.lines, filter);
  return (
    <div className="flex min-h-0 flex-1 flex-col max-md:min-h-[70dvh]">
      <div
        role="toolbar"
        aria-label={t('toolbar')}
        className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-6 py-1.5 max-sm:px-4"
      >
        {children}
        <SearchInput
          icon={<Search aria-hidden size={16} />}
          className="w-48 max-sm:flex-1"
          aria-label={t('filter')}
          placeholder={t('filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <span className="nums ml-auto text-meta text-fg-3" role="status">
          {t(`state.${state}`, { shown: lines.length, received: buffer.received })}
        </span>
        <Button
          size="small"
          aria-pressed={follows}
          className="aria-pressed:bg-press"
          icon={<ArrowDownToLine aria-hidden />}
          onClick={() => setFollows(!follows)}
        >
          {t('follow')}
        </Button>
        <Button
          size="small"
          aria-pressed={wraps}
          className="aria-pressed:bg-press"
          icon={<WrapText aria-hidden />}
          onClick={() => setWraps(!wraps)}
        >
          {t('wrap')}
        </Button>
        <CopyButton text={() => textOf(lines)} />
        <Button
          size="small"
          variant="quiet"
          icon={<Download aria-hidden />}
          onClick={() => download(name, textOf(lines))}
        >
          {t('download')}
        </Button>
      </div>
      {error ? (
        <ErrorState
          title={t('failed', { name })}
          detail={error.message}
          requestId={isApiProblem(error) ? error.requestId : undefined}
          onRetry={restart}
        />
      ) : lines.length === 0 ? (
        <EmptyState title={emptyTitle()}>
          {filter === '' ? t('emptyBody') : t('noMatchBody', { count: buffer.lines.length })}
        </EmptyState>
      ) : (
        <LogLines
          label={t('label', { name })}
          lines={lines}
          wraps={wraps}
          follows={follows}
          showPods={showPods}
          onFollow={setFollows}
        />
      )}
    </div>
  );

  function emptyTitle(): string {
    if (filter !== '' && buffer.lines.length > 0) return t('noMatch');
    return state === 'ended' ? t('empty') : t('waiting', { name });
  }
}

function textOf(lines: readonly ShownLine[]): string {
  return lines.map((line) => (line.at === null ? line.text : `${line.at} ${line.text}`)).join('\n');
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replaceAll(/[^\w.-]+/g, '-')}.log`;
  link.click();
  URL.revokeObjectURL(url);
}
