import type { OperationProgress, TaskState } from '@/lib/contracts/sync/operation';
import type { Engine } from '@/lib/engine/engine';
import type { EngineNotice } from '@/lib/engine/engine-event';
import type { SyncEvent } from '@/lib/engine/sync/sync-event';
import type { EngineEvent } from '../engine-port';

/** Engine notices → what the stream understands. */
export function eventsFrom(engine: Engine, listener: (event: EngineEvent) => void): () => void {
  return engine.subscribe((notice) => {
    for (const event of eventsOf(notice)) listener(event);
  });
}

function eventsOf(notice: EngineNotice): EngineEvent[] {
  switch (notice.type) {
    case 'status':
    case 'application':
    case 'application-removed':
    case 'tree':
    case 'compared':
      return [notice];
    case 'operation-started':
      return [
        operation(notice, {
          type: 'started',
          at: notice.at.toISOString(),
          planDigest: notice.planDigest,
          total: 0,
        }),
      ];
    case 'operation-finished':
      return [
        operation(notice, {
          type: 'finished',
          at: notice.at.toISOString(),
          phase: notice.phase,
          message: notice.message,
        }),
      ];
    case 'operation-progress':
      return progressOf(notice.event, notice.at.toISOString()).map((progress) => operation(notice, progress));
  }
}

function operation(
  { ref, operationId }: { ref: { namespace: string; name: string }; operationId: string },
  progress: OperationProgress,
): EngineEvent {
  return { type: 'operation', ref, operationId, progress };
}

function progressOf(event: SyncEvent, at: string): OperationProgress[] {
  switch (event.type) {
    case 'pass-started':
      return [];
    case 'blocked':
      return [{ type: 'message', at, message: event.message }];
    case 'acting':
      return event.actions
        .filter(({ type }) => type !== 'check' && type !== 'release-hook')
        .map(({ task }) => taskProgress(task, 'running', '', at));
    case 'acted':
      return event.actions.flatMap(({ type, task }, index) => {
        if (type === 'check' || type === 'release-hook') return [];
        const outcome = event.outcomes[index];
        const state: TaskState = outcome?.ok === false ? 'failed' : type === 'prune' ? 'pruned' : 'succeeded';
        return [taskProgress(task, state, outcome?.message ?? '', at)];
      });
    case 'pass-ended':
      if (event.end.type !== 'waiting')
        return event.end.message ? [{ type: 'message', at, message: event.end.message }] : [];
      return event.end.tasks.map((task) => taskProgress(task, 'waiting', event.end.message, at));
  }
}

function taskProgress(
  task: {
    id: string;
    key: { group: string; kind: string; namespace: string; name: string };
    phase: 'PreSync' | 'Sync' | 'PostSync' | 'SyncFail';
    wave: number;
  },
  state: TaskState,
  message: string,
  at: string,
): OperationProgress {
  return {
    type: 'task',
    at,
    taskId: task.id,
    key: task.key,
    phase: task.phase,
    wave: task.wave,
    state,
    message,
  };
}
