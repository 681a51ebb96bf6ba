import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import type { ApplicationPage } from '@/lib/contracts/application/application-query';
import { formatApplicationRef, parseApplicationRef } from '@/lib/contracts/application/application-ref';
import type { EngineStatus } from '@/lib/contracts/platform/engine-status';
import type { ResourceTree } from '@/lib/contracts/resource/resource-tree';
import type { StreamEvent, Topic } from '@/lib/contracts/stream/stream-events';
import type { OperationProgress } from '@/lib/contracts/sync/operation';
import { queryKeys } from '../queries/query-keys';
import { patchRows } from './patch-rows';
import { patchTree } from './patch-tree';

/** Progress of an operation as the stream told it, oldest first; under `queryKeys.progress(ref)`. */
export interface OperationRun {
  operationId: string;
  steps: OperationProgress[];
}

/** Brings the query cache up to date with one event: rows and nodes in place, the rest by reading it anew. */
export function applyStreamEvent(client: QueryClient, event: StreamEvent): void {
  switch (event.type) {
    case 'hello':
      client.setQueryData<EngineStatus>(queryKeys.status, event.status);
      if (!event.resumed) void client.invalidateQueries();
      return;
    case 'reset':
      void client.invalidateQueries();
      return;
    case 'engine.status':
      client.setQueryData<EngineStatus>(queryKeys.status, event.status);
      void client.invalidateQueries({ queryKey: queryKeys.clusters });
      return;
    case 'applications.changed':
      applyRows(client, event);
      return;
    case 'application.changed':
      client.setQueryData<ApplicationDetail>(queryKeys.detail(event.application), event.detail);
      return;
    case 'application.removed':
      void client.invalidateQueries({ queryKey: queryKeys.of(event.application) });
      return;
    case 'tree.changed':
      client.setQueryData<ResourceTree>(
        queryKeys.tree(event.application),
        (tree) => tree && patchTree(tree, event),
      );
      return;
    case 'diff.changed':
      void client.invalidateQueries({ queryKey: queryKeys.diff(event.application) });
      void client.invalidateQueries({ queryKey: queryKeys.plan(event.application) });
      return;
    case 'operation.progress':
      applyProgress(client, event);
      return;
    case 'activity.appended':
      void client.invalidateQueries({ queryKey: queryKeys.activity });
      void client.invalidateQueries({ queryKey: queryKeys.overview });
  }
}

/** Topics that nobody watched until now: what was read before may lack a change. */
export function readTopicsAnew(client: QueryClient, topics: readonly Topic[]): void {
  for (const topic of topics) {
    const ref = topic.startsWith('application/')
      ? parseApplicationRef(topic.slice('application/'.length))
      : undefined;
    if (ref) void client.invalidateQueries({ queryKey: queryKeys.of(ref) });
    if (topic === 'applications') void client.invalidateQueries({ queryKey: queryKeys.rows });
    if (topic === 'activity') void client.invalidateQueries({ queryKey: queryKeys.activity });
  }
}

function applyRows(client: QueryClient, event: Extract<StreamEvent, { type: 'applications.changed' }>): void {
  const changed = new Map(event.rows.map((row) => [formatApplicationRef(row), row]));
  const removed = new Set(event.removed.map(formatApplicationRef));
  client.setQueriesData<ApplicationPage>({ queryKey: [...queryKeys.rows, 'page'] }, (page) =>
    page ? patchRows(page, changed, removed) : page,
  );
  client.setQueriesData<InfiniteData<ApplicationPage>>({ queryKey: [...queryKeys.rows, 'pages'] }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => patchRows(page, changed, removed)) } : data,
  );
  void client.invalidateQueries({ queryKey: queryKeys.overview });
}

function applyProgress(
  client: QueryClient,
  event: Extract<StreamEvent, { type: 'operation.progress' }>,
): void {
  client.setQueryData<OperationRun>(queryKeys.progress(event.application), (run) => {
    const steps = run?.operationId === event.operationId ? run.steps : [];
    return { operationId: event.operationId, steps: [...steps, event.progress] };
  });
  if (event.progress.type !== 'finished') return;
  void client.invalidateQueries({ queryKey: queryKeys.history(event.application) });
  void client.invalidateQueries({ queryKey: queryKeys.detail(event.application) });
}
