import type { ArgoApplication } from '@/lib/contracts/application/argo-application';
import type { AppRef } from '../../engine-port';
import type { RequestContext } from '../../http/request-context';
import { AsyncQueue } from '../../stream/async-queue';
import { applicationSelector, type ApplicationSelection } from './application-selection';
import { visibleApplications } from './visible-applications';

interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  application: ArgoApplication;
}

/** Argo CD's watch: what there is as ADDED, then every change. Ends with the signal. */
export async function* watchApplications(
  context: RequestContext,
  selection: ApplicationSelection,
  signal: AbortSignal,
): AsyncGenerator<WatchEvent> {
  const matches = applicationSelector(selection);
  const known = new Map<string, ArgoApplication>();
  const queue = new AsyncQueue<AppRef>(AbortSignal.any([signal, context.signal]));
  const unsubscribe = context.runtime.engine.subscribe((event) => {
    if (event.type === 'application' || event.type === 'application-removed') queue.push(event.ref);
  });
  try {
    for (const { application } of visibleApplications(context).filter((each) => matches(each.application))) {
      known.set(idOf(application.metadata), application);
      yield { type: 'ADDED', application };
    }
    for await (const ref of queue) {
      const event = changeOf(context, ref, matches, known);
      if (event) yield event;
    }
  } finally {
    unsubscribe();
  }
}

const idOf = (ref: AppRef) => `${ref.namespace}/${ref.name}`;

function changeOf(
  context: RequestContext,
  ref: AppRef,
  matches: (application: ArgoApplication) => boolean,
  known: Map<string, ArgoApplication>,
): WatchEvent | undefined {
  const before = known.get(idOf(ref));
  const after = context.runtime.engine.application(ref)?.application;
  if (!after || !matches(after)) {
    known.delete(idOf(ref));
    return before && { type: 'DELETED', application: before };
  }
  if (before?.metadata.resourceVersion === after.metadata.resourceVersion) return undefined;
  known.set(idOf(ref), after);
  return { type: before ? 'MODIFIED' : 'ADDED', application: after };
}
