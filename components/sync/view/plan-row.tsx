'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { Chip } from '@/components/ui/chip/chip';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Rail, type RailTrack } from '@/components/ui/progress/rail';
import type { PlanTask } from '@/lib/contracts/sync/sync-plan';
import type { TaskRun } from '../model/run-progress';
import { ActionSign } from './action-sign';
import { TaskState, TaskTime } from './task-state';

interface PlanRowProps {
  readonly task: PlanTask;
  readonly track: RailTrack;
  readonly run: TaskRun | undefined;
  readonly isRunning: boolean;
  readonly words: ReactNode;
  readonly diff: () => ReactNode;
  readonly isLeftOut: boolean;
  readonly onLeaveOut: ((isLeftOut: boolean) => void) | undefined;
  readonly isChanged: boolean;
}

const WITH_DIFF = ['create', 'update', 'prune'];

/** One object of the plan; opens its diff in place. */
export function PlanRow({
  task,
  track,
  run,
  isRunning,
  words,
  diff,
  isLeftOut,
  onLeaveOut,
  isChanged,
}: PlanRowProps) {
  const t = useTranslations('sync');
  const [isOpen, setOpen] = useState(false);
  const canOpen = WITH_DIFF.includes(task.action) && diff() !== null;
  const isMoving = run?.state === 'running' || run?.state === 'waiting';
  return (
    <li className={clsx('border-b border-line-2', isMoving && 'bg-hover')}>
      <div className="flex min-h-8 items-center px-6 text-body max-sm:px-4">
        <RailCell track={track} />
        {onLeaveOut && (
          <Checkbox
            className="mr-1"
            aria-label={t('include', { kind: task.key.kind, name: task.key.name })}
            checked={!isLeftOut}
            onChange={(event) => onLeaveOut(!event.target.checked)}
          />
        )}
        <div
          className={clsx(
            'grid min-w-0 flex-1 grid-cols-[minmax(0,2fr)_minmax(0,2fr)_auto] items-center gap-x-3 max-md:grid-cols-1',
            isLeftOut && 'text-fg-3',
          )}
        >
          <span className="flex min-w-0 items-center gap-2.5">
            <ActionSign action={task.action} label={t(`actions.${task.action}`)} />
            <span className="truncate" title={`${task.key.kind} ${task.key.namespace}/${task.key.name}`}>
              <span className="text-fg-3">{task.key.kind}</span>{' '}
              <span className={isLeftOut ? 'line-through' : 'font-medium text-fg'}>{task.key.name}</span>
            </span>
            {isChanged && <Chip tone="you">{t('changedNow')}</Chip>}
          </span>
          <span className="truncate text-fg-2 max-md:pl-6.5 max-md:whitespace-normal [&_b]:font-medium [&_b]:text-fg">
            {words}
          </span>
          <span className="flex items-center justify-end gap-3 max-md:justify-start max-md:pl-6.5">
            {isRunning && <TaskState task={task} run={run} />}
            {isRunning && <TaskTime run={run} />}
            {canOpen && (
              <button
                type="button"
                aria-expanded={isOpen}
                onClick={() => setOpen(!isOpen)}
                className={clsx(
                  'min-h-6 rounded-chip px-1 text-meta hover:underline',
                  task.action === 'prune' ? 'text-bad-t' : 'text-you-t',
                )}
              >
                {isOpen ? t('hideDiff') : t('diff')}
                <span className="sr-only">
                  {task.key.kind} {task.key.name}
                </span>
              </button>
            )}
          </span>
        </div>
      </div>
      {isOpen && (
        <div className="flex px-6 pb-2 max-sm:px-4">
          <RailCell track={track} />
          <div className="min-w-0 flex-1 overflow-hidden rounded-panel border border-line">{diff()}</div>
        </div>
      )}
    </li>
  );
}

/** Rows grow with their text; the track grows with them. */
function RailCell({ track }: { readonly track: RailTrack }) {
  return (
    <span className="relative w-8 shrink-0 self-stretch">
      <span className="absolute inset-0">
        <Rail track={track} />
      </span>
    </span>
  );
}
