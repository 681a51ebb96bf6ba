import type { OperationProgress, OperationView, TaskState } from '@/lib/contracts/sync/operation';
import type { PlanTask } from '@/lib/contracts/sync/sync-plan';
import { sectionId, type PlanSection } from './plan-sections';

export interface TaskRun {
  state: TaskState;
  message: string;
  startedAt?: string;
  endedAt?: string;
}

export type SectionState = 'to-come' | 'running' | 'done' | 'failed';

export interface SectionRun {
  state: SectionState;
  startedAt?: string;
  endedAt?: string;
  waitsFor: string[];
}

/** What the stream told of a run, by task and by section. */
export interface RunProgress {
  tasks: ReadonlyMap<string, TaskRun>;
  waves: ReadonlyMap<string, SectionRun>;
  done: number;
  total: number;
  /** What is waited for now, in the server's words. */
  waitsFor: { id: string; section: { phase: string; wave: number }; name: string; message: string }[];
  messages: { at: string; text: string }[];
}

const ENDED: readonly TaskState[] = ['succeeded', 'failed', 'pruned', 'skipped'];

export function isEnded(state: TaskState): boolean {
  return ENDED.includes(state);
}

/** Folds the steps of a run into its present state; later steps win, times are kept. */
export function runProgress(steps: readonly OperationProgress[], planned: number): RunProgress {
  const tasks = new Map<string, TaskRun>();
  const waves = new Map<string, SectionRun>();
  const messages: RunProgress['messages'] = [];
  let total = planned;
  let waitsFor: RunProgress['waitsFor'] = [];
  for (const step of steps) {
    if (step.type === 'started') total = step.total;
    else if (step.type === 'task') {
      tasks.set(step.taskId, nextTask(tasks.get(step.taskId), step));
      messages.push({
        at: step.at,
        text: `${step.key.kind}/${step.key.name} ${step.state}${step.message ? `: ${step.message}` : ''}`,
      });
    } else if (step.type === 'wave') {
      const id = sectionId(step.phase, step.wave);
      waves.set(id, nextWave(waves.get(id), step));
      waitsFor =
        step.state === 'done'
          ? []
          : step.waitsFor.map((wait) => ({
              id,
              section: step,
              name: wait.key.name,
              message: withoutName(wait.message, wait.key),
            }));
    } else {
      messages.push({ at: step.at, text: step.message });
      if (step.type === 'finished') waitsFor = [];
    }
  }
  const done = [...tasks.values()].filter((task) => isEnded(task.state)).length;
  return { tasks, waves, done, total: Math.max(total, tasks.size), waitsFor, messages };
}

type TaskStep = Extract<OperationProgress, { type: 'task' }>;
type WaveStep = Extract<OperationProgress, { type: 'wave' }>;

function nextTask(before: TaskRun | undefined, step: TaskStep): TaskRun {
  const startedAt = before?.startedAt ?? (step.state === 'pending' ? undefined : step.at);
  return {
    state: step.state,
    message: step.message,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(isEnded(step.state) ? { endedAt: step.at } : {}),
  };
}

function nextWave(before: SectionRun | undefined, step: WaveStep): SectionRun {
  return {
    state: step.state === 'done' ? 'done' : 'running',
    startedAt: before?.startedAt ?? step.at,
    ...(step.state === 'done' ? { endedAt: step.at } : {}),
    waitsFor: step.waitsFor.map((wait) => wait.message || wait.key.name),
  };
}

/** The server names the object in its message; the sentence has named it already. */
function withoutName(message: string, key: { kind: string; name: string }): string {
  const named = `${key.kind} ${key.name}: `;
  return message.startsWith(named) ? message.slice(named.length) : message;
}

/** State of a section from its own step or, without one, from its tasks. */
export function sectionRun(section: PlanSection, progress: RunProgress): SectionRun {
  const runs = section.tasks.flatMap((task) => progress.tasks.get(task.id) ?? []);
  const told = progress.waves.get(section.id);
  if (runs.some((run) => run.state === 'failed')) return { ...(told ?? { waitsFor: [] }), state: 'failed' };
  if (told) return told;
  if (runs.length === 0) return { state: 'to-come', waitsFor: [] };
  const isDone = runs.length === section.tasks.length && runs.every((run) => isEnded(run.state));
  return { state: isDone ? 'done' : 'running', waitsFor: [] };
}

/** Sections of a run whose plan is not known here (opened from another tab): what the steps name, in their order. */
export function sectionsOfRun(steps: readonly OperationProgress[], operation: OperationView): PlanSection[] {
  const sections = new Map<string, PlanSection>();
  const put = (id: string, phase: PlanSection['phase'], wave: number, task: PlanTask) => {
    const key = sectionId(phase, wave);
    const section = sections.get(key) ?? {
      id: key,
      phase,
      wave,
      isOnlyWave: phase !== 'Sync',
      isPrune: false,
      tasks: [],
    };
    if (!section.tasks.some((known) => known.id === id)) section.tasks.push(task);
    sections.set(key, section);
  };
  for (const step of steps)
    if (step.type === 'task')
      put(step.taskId, step.phase, step.wave, bareTask(step.taskId, step.key, actionOf(step), ''));
  if (sections.size === 0)
    for (const resource of operation.resources) {
      const phase = resource.syncPhase ?? 'Sync';
      const { group, kind, namespace, name } = resource.key;
      const id = `${phase}/${group}/${kind}/${namespace}/${name}`;
      const action = resource.status === 'Pruned' ? 'prune' : resource.hookType ? 'hook' : 'update';
      put(id, phase, 0, bareTask(id, resource.key, action, resource.message));
    }
  return [...sections.values()];
}

/** What a step did, as far as it tells: a hook phase holds hooks only. */
function actionOf(step: TaskStep): PlanTask['action'] {
  if (step.phase !== 'Sync') return 'hook';
  return step.state === 'pruned' ? 'prune' : 'update';
}

function bareTask(id: string, key: PlanTask['key'], action: PlanTask['action'], reason: string): PlanTask {
  return {
    id,
    key,
    version: '',
    action,
    write: 'none',
    hook: action === 'hook',
    reason,
    fields: 0,
    force: false,
  };
}
