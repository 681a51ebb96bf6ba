'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Glyph } from '@/components/ui/glyph/glyph';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { PlanTask } from '@/lib/contracts/sync/sync-plan';
import type { TaskRun } from '../model/run-progress';

interface TaskStateProps {
  readonly task: PlanTask;
  readonly run: TaskRun | undefined;
}

/** What happens to an object now: waits, is applied, what it waits for, done, failed and why. */
export function TaskState({ task, run }: TaskStateProps) {
  const t = useTranslations('sync.states');
  const state = run?.state ?? 'pending';
  const message = run?.message ?? '';
  switch (state) {
    case 'pending':
      return (
        <Words
          mark={<span aria-hidden className="size-2 rounded-full border-[1.5px] border-fg-3" />}
          ink="text-fg-3"
          text={t('pending')}
        />
      );
    case 'running':
      return (
        <Words
          mark={<Glyph name="disc-moving" tone="mo" />}
          ink="text-mo-t"
          text={message || (task.hook ? t('runningHook') : t('running'))}
        />
      );
    case 'waiting':
      return (
        <Words mark={<Glyph name="disc-moving" tone="mo" />} ink="text-mo-t" text={message || t('waiting')} />
      );
    case 'succeeded':
      return (
        <Words
          mark={<Check aria-hidden size={14} className="text-ok" />}
          ink="text-fg-2"
          text={task.hook ? t('succeededHook') : t('succeeded')}
          title={message}
        />
      );
    case 'pruned':
      return (
        <Words
          mark={<Check aria-hidden size={14} className="text-ok" />}
          ink="text-fg-2"
          text={t('pruned')}
          title={message}
        />
      );
    case 'skipped':
      return (
        <Words
          mark={<span aria-hidden className="size-2 rounded-full border-[1.5px] border-dashed border-fg-3" />}
          ink="text-fg-2"
          text={message || t('skipped')}
        />
      );
    case 'failed':
      return (
        <Words
          mark={<Glyph name="octagon-cross" tone="bad" />}
          ink="text-bad-t"
          text={message || t('failed')}
        />
      );
  }
}

interface WordsProps {
  readonly mark: React.ReactNode;
  readonly ink: string;
  readonly text: string;
  readonly title?: string;
}

function Words({ mark, ink, text, title }: WordsProps) {
  return (
    <span className={`flex max-w-96 min-w-36 items-center gap-2 ${ink}`} title={title || text}>
      <span className="grid size-4 shrink-0 place-items-center">{mark}</span>
      <span className="truncate">{text}</span>
    </span>
  );
}

export function TaskTime({ run }: { readonly run: TaskRun | undefined }) {
  const words = useTimeWords(1000);
  if (run?.startedAt === undefined) return <span className="w-16" />;
  const end = run.endedAt === undefined ? words.now : new Date(run.endedAt).getTime();
  return (
    <span className="nums w-16 text-right text-meta text-fg-2">
      {words.age(end - new Date(run.startedAt).getTime())}
    </span>
  );
}
