'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { Rail, type RailNode, type RailTrack } from '@/components/ui/progress/rail';
import { useTimeWords } from '@/components/ui/time/use-time-words';
import type { PlanTask } from '@/lib/contracts/sync/sync-plan';
import type { PlanSection } from '../model/plan-sections';
import { sectionRun, type RunProgress, type SectionRun, type SectionState } from '../model/run-progress';
import { PlanRow } from './plan-row';

export interface PlanListProps {
  readonly label: string;
  readonly sections: readonly PlanSection[];
  /** Present while it runs and afterwards. */
  readonly progress?: RunProgress | undefined;
  readonly words: (task: PlanTask) => ReactNode;
  readonly diff: (task: PlanTask) => ReactNode;
  readonly leftOut?: ReadonlySet<string>;
  readonly onLeaveOut?: ((task: PlanTask, isLeftOut: boolean) => void) | undefined;
  /** Ids of tasks that changed since the plan was read. */
  readonly changed?: ReadonlySet<string>;
}

const tracks = {
  'to-come': 'to-come',
  running: 'running',
  done: 'done',
  failed: 'passed',
} as const satisfies Record<SectionState, RailTrack>;
const nodes = {
  'to-come': 'dot',
  running: 'turning',
  done: 'tick',
  failed: 'failed',
} as const satisfies Record<SectionState, RailNode>;

/** The plan in the order it runs; while it runs, the same rows with state and time. */
export function PlanList(props: PlanListProps) {
  const { sections, progress } = props;
  return (
    <ol aria-label={props.label}>
      {sections.map((section, index) => {
        const run = progress ? sectionRun(section, progress) : undefined;
        const state = run?.state ?? 'to-come';
        return (
          <li key={section.id}>
            <div className="flex h-7 items-center border-b border-line-2 bg-sunken px-6 text-body [--rail-ground:var(--sunken)] max-sm:px-4">
              <Rail track={tracks[state]} node={nodes[state]} first={index === 0} />
              <SectionTitle section={section} />
              <span className="ml-auto pl-3 text-meta text-fg-2">
                <SectionNote
                  run={run}
                  previous={sections[index - 1]}
                  isPlan={progress === undefined}
                  section={section}
                />
              </span>
            </div>
            <ul>
              {section.tasks.map((task) => (
                <PlanRow
                  key={task.id}
                  task={task}
                  track={tracks[state]}
                  run={progress?.tasks.get(task.id)}
                  isRunning={progress !== undefined}
                  words={props.words(task)}
                  diff={() => props.diff(task)}
                  isLeftOut={props.leftOut?.has(task.id) ?? false}
                  onLeaveOut={
                    props.onLeaveOut && !task.hook
                      ? (isLeftOut) => props.onLeaveOut?.(task, isLeftOut)
                      : undefined
                  }
                  isChanged={props.changed?.has(task.id) ?? false}
                />
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

function SectionTitle({ section }: { readonly section: PlanSection }) {
  const t = useTranslations('sync.sections');
  const title = useSectionName()(section);
  const count = section.tasks.length;
  return (
    <h3 className="flex min-w-0 items-baseline gap-2">
      <b className="text-fg">{title}</b>
      <span className="truncate text-fg-2">
        {section.phase === 'Sync' ? t('objects', { count }) : t('hooks', { count })}
      </span>
    </h3>
  );
}

/** "PreSync", "Wave 2", "Prune". */
export function useSectionName(): (section: PlanSection) => string {
  const t = useTranslations('sync.sections');
  return (section) => {
    if (section.isPrune) return t('prune');
    if (section.phase === 'Sync') return t('wave', { wave: section.wave });
    return section.isOnlyWave ? section.phase : t('phaseWave', { phase: section.phase, wave: section.wave });
  };
}

interface SectionNoteProps {
  readonly run: SectionRun | undefined;
  readonly previous: PlanSection | undefined;
  readonly section: PlanSection;
  readonly isPlan: boolean;
}

function SectionNote({ run, previous, section, isPlan }: SectionNoteProps) {
  const t = useTranslations('sync.sections');
  const words = useTimeWords(1000);
  const name = useSectionName();
  if (isPlan) {
    if (section.isPrune) return t('prunedLast');
    if (section.phase === 'PreSync') return t('first');
    return section.phase === 'PostSync' ? t('last') : null;
  }
  const startedAt = run?.startedAt === undefined ? undefined : new Date(run.startedAt).getTime();
  const endedAt = run?.endedAt === undefined ? words.now : new Date(run.endedAt).getTime();
  const age = startedAt === undefined ? undefined : words.age(endedAt - startedAt);
  if (run?.state === 'done') return age === undefined ? t('done') : t('doneIn', { age });
  if (run?.state === 'running') return age === undefined ? t('running') : t('runningFor', { age });
  if (run?.state === 'failed') return <span className="text-bad-t">{t('failed')}</span>;
  return previous ? t('after', { section: name(previous) }) : null;
}
