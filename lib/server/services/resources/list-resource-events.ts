import type { ResourceEvent } from '@/lib/contracts/resource/live-resource';
import { notFound } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';
import { requireApplication, type ApplicationName } from '../applications/find-application';

export interface ListEvents extends ApplicationName {
  resourceNamespace: string;
  resourceName: string;
  resourceUID: string;
}

/** Kubernetes events about the Application, or about one of its resources. */
export async function listResourceEvents(
  context: RequestContext,
  input: ListEvents,
): Promise<ResourceEvent[]> {
  const target = await requireApplication(context, input);
  const { resourceNamespace: namespace, resourceName: name, resourceUID: uid } = input;
  const events = await context.runtime.engine.events(target, name ? { namespace, name, uid } : undefined);
  if (!events) throw notFound(`resource ${name} in the tree of Application ${input.name}`);
  return events;
}

/** As Kubernetes' own EventList, which Argo CD's call answers with. */
export function toEventList(events: ResourceEvent[]) {
  const items = events.map((event) => ({
    metadata: { name: event.uid, namespace: event.object.namespace, uid: event.uid },
    involvedObject: { kind: event.object.kind, namespace: event.object.namespace, name: event.object.name },
    type: event.type,
    reason: event.reason,
    message: event.message,
    count: event.count,
    source: { component: event.source },
    firstTimestamp: event.firstSeen,
    lastTimestamp: event.lastSeen,
  }));
  return { metadata: {}, items };
}
