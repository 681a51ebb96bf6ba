import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { ClientWatchEvent, KindReference, SandboxClient } from '../../kube-api/client/sandbox-client';
import type { SandboxTimers } from './timers';

export interface ControllerContext {
  client: SandboxClient;
  timers: SandboxTimers;
  /** Asks for another reconciliation of this key after so many milliseconds of cluster time. */
  requeueAfter: (key: string, ms: number) => void;
}

/** One control loop: what it watches, whose key a change concerns, and what brings that object closer to its spec. */
export interface Controller {
  name: string;
  watches: { kind: KindReference; keysOf: (event: ClientWatchEvent, client: SandboxClient) => string[] }[];
  reconcile: (key: string, context: ControllerContext) => void;
}

export const keyOf = ({ metadata }: KubernetesObject): string =>
  `${metadata.namespace ?? ''}/${metadata.name ?? ''}`;

export function splitKey(key: string): { namespace: string; name: string } {
  const slash = key.indexOf('/');
  return { namespace: key.slice(0, slash), name: key.slice(slash + 1) };
}

/** The object itself. */
export const itself = (event: ClientWatchEvent): string[] => [keyOf(event.object)];

/** The object's controlling owner of a kind, before and after the change. */
export function controllerOf(kind: string): (event: ClientWatchEvent) => string[] {
  return ({ object, previous }) => {
    const keys = [object, previous].flatMap((each) => {
      const owner = each?.metadata.ownerReferences?.find(
        (ref) => ref.controller === true && ref.kind === kind,
      );
      return each && owner ? [`${each.metadata.namespace ?? ''}/${owner.name}`] : [];
    });
    return [...new Set(keys)];
  };
}
