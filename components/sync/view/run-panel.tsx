'use client';

import { useTranslations } from 'next-intl';
import { StepBar, type Step } from '@/components/ui/progress/step-bar';
import { SectionHead } from '@/components/ui/text/section-head';
import { Time } from '@/components/ui/time/time';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { OperationView } from '@/lib/contracts/sync/operation';
import type { PlanTask } from '@/lib/contracts/sync/sync-plan';
import type { PlanSection } from '../model/plan-sections';
import { isEnded, sectionRun, type RunProgress } from '../model/run-progress';

interface RunPanelProps {
  readonly operation: OperationView;
  readonly sections: readonly PlanSection[];
  readonly progress: RunProgress;
  readonly onFailure: readonly PlanTask[];
}

/** Beside a running sync: how far, since when, what it does now, its log, and what happens if a step fails. */
export function RunPanel({ operation, sections, progress, onFailure }: RunPanelProps) {
  const t = useTranslations('sync.run');
  const words = useTimeWords(1000);
  const end = operation.finishedAt === null ? words.now : new Date(operation.finishedAt).getTime();
  return (
    <>
      <section>
        <SectionHead title={t('progress')} note={t('of', { done: progress.done, total: progress.total })} />
        <StepBar
          steps={sections.map((section) => stepOf(section, progress))}
          label={t('of', { done: progress.done, total: progress.total })}
          className="py-1"
        />
        <dl className="grid grid-cols-2 gap-y-2 pt-2 text-body">
          <Fact term={t('started')}>
            <Time at={operation.startedAt} focusable />{' '}
            {operation.initiatedBy && t('by', { who: operation.initiatedBy })}
          </Fact>
          <Fact term={operation.finishedAt === null ? t('elapsed') : t('took')}>
            <span className="nums">{words.age(end - new Date(operation.startedAt).getTime())}</span>
          </Fact>
          {operation.retryCount > 0 && <Fact term={t('retries')}>{operation.retryCount}</Fact>}
        </dl>
      </section>
      {progress.waitsFor.length > 0 && (
        <section>
          <SectionHead title={t('now')} />
          <ul className="text-body text-fg-2">
            {progress.waitsFor.map((wait) => (
              <li key={`${wait.id}${wait.name}`}>
                <b className="font-medium text-fg">{wait.name}</b>
                {wait.message !== '' && wait.message !== wait.name && `, ${wait.message}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {progress.messages.length > 0 && (
        <section>
          <SectionHead title={t('log')} note={progress.messages.length} />
          <ol
            reversed
            className="max-h-72 overflow-auto rounded-panel border border-line px-3 py-2 font-mono text-code"
          >
            {[...progress.messages]
              .reverse()
              .slice(0, 200)
              .map((message, index) => (
                <li key={progress.messages.length - index} className="flex gap-3">
                  <span className="shrink-0 text-fg-3">{message.at.slice(11, 19)}</span>
                  <span className="min-w-0 break-words text-fg-2">{message.text}</span>
                </li>
              ))}
          </ol>
        </section>
      )}
      {operation.finishedAt === null && (
        <section>
          <SectionHead title={t('ifFails')} />
          <p className="text-body text-fg-2">
            {onFailure.length === 0
              ? t('stops')
              : t('stopsWithHooks', { hooks: onFailure.map((task) => task.key.name).join(', ') })}
          </p>
        </section>
      )}
    </>
  );
}

function stepOf(section: PlanSection, progress: RunProgress): Step {
  const { state } = sectionRun(section, progress);
  if (state === 'done' || state === 'failed') return { state };
  if (state === 'to-come') return { state };
  const ended = section.tasks.filter((task) =>
    isEnded(progress.tasks.get(task.id)?.state ?? 'pending'),
  ).length;
  return { state: 'current', share: ended / section.tasks.length };
}

function Fact({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-meta text-fg-3">{term}</dt>
      <dd className="text-fg">{children}</dd>
    </div>
  );
}
