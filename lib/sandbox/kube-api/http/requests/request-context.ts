import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KubeApi } from '../../operations/kube-api';
import type { KindDefinition } from '../../registry/kind-definition';
import type { ListSnapshots } from './list-snapshots';
import type { Representation } from './negotiate';

/** One request to a resource that is served. */
export interface RequestContext {
  api: KubeApi;
  kind: KindDefinition;
  namespace: string;
  name: string;
  subresource: string;
  query: URLSearchParams;
  representation: Representation;
  request: IncomingMessage;
  response: ServerResponse;
  snapshots: ListSnapshots;
  /** Aborted when the server stops. */
  stopping: AbortSignal;
}
