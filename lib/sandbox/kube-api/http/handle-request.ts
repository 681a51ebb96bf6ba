import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KubeApi } from '../operations/kube-api';
import { apiErrors } from '../status/api-error';
import {
  aggregatedDiscovery,
  groupDocument,
  groupListDocument,
  resourceListDocument,
} from './discovery/discovery-documents';
import { handleResource } from './handle-resource';
import { groupVersionOfPath, openApiIndex, openApiV2, openApiV3 } from './openapi/openapi-documents';
import type { ListSnapshots } from './requests/list-snapshots';
import { negotiate } from './requests/negotiate';
import { parsePath } from './requests/parse-path';
import { refuseBrowsers } from './requests/refuse-browsers';
import { sendError, sendJson, sendText } from './requests/send-answer';

/** The version that the sandbox stands for. */
const KUBERNETES_VERSION = { major: '1', minor: '35', gitVersion: 'v1.35.4' };

export interface ServerState {
  api: KubeApi;
  snapshots: ListSnapshots;
  stopping: AbortSignal;
  /** The name or address that it listens on. */
  host: string;
  /** Where clients find the server, for discovery. */
  address: () => string;
}

/** One HTTP request, from path to answer; never rejects. */
export async function handleRequest(
  state: ServerState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    refuseBrowsers(request, state.host);
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const target = parsePath(url.pathname);
    if (target.to === 'other') {
      answerOther(state, target.path, request, response);
      return;
    }
    const { group, version, plural } = target;
    const kind = state.api.kinds.byResource(group, version, plural);
    if (!kind) throw apiErrors.noSuchPath();
    const representation = negotiate(request.headers.accept);
    const { api, snapshots, stopping } = state;
    await handleResource({
      ...target,
      ...{ api, kind, snapshots, stopping, request, response, representation },
      query: url.searchParams,
    });
  } catch (error) {
    sendError(response, error);
  }
}

function answerOther(
  state: ServerState,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (['/healthz', '/livez', '/readyz'].includes(path)) {
    sendText(response, 200, 'ok');
    return;
  }
  const document = documentAt(state, path, request);
  if (!document) throw apiErrors.noSuchPath();
  const isAggregated = 'kind' in document && document.kind === 'APIGroupDiscoveryList';
  if (!isAggregated) {
    sendJson(response, 200, document);
    return;
  }
  const text = JSON.stringify(document);
  response.writeHead(200, {
    'content-type': 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
    'content-length': Buffer.byteLength(text),
    vary: 'Accept',
  });
  response.end(text);
}

function documentAt(
  { api, address }: ServerState,
  path: string,
  request: IncomingMessage,
): object | undefined {
  const { kinds } = api;
  const wantsAggregated = /g=apidiscovery\.k8s\.io;v=v2;as=APIGroupDiscoveryList/.test(
    request.headers.accept ?? '',
  );
  switch (path) {
    case '/':
      return {
        paths: [
          '/api',
          '/api/v1',
          '/apis',
          '/healthz',
          '/livez',
          '/openapi/v2',
          '/openapi/v3',
          '/readyz',
          '/version',
        ],
      };
    case '/version':
      return {
        ...KUBERNETES_VERSION,
        gitCommit: '',
        gitTreeState: 'clean',
        buildDate: '2026-01-01T00:00:00Z',
        goVersion: '',
        compiler: '',
        platform: 'sandbox',
      };
    case '/api':
      if (wantsAggregated) return aggregatedDiscovery(kinds, true);
      return {
        kind: 'APIVersions',
        versions: ['v1'],
        serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress: address() }],
      };
    case '/apis':
      return wantsAggregated ? aggregatedDiscovery(kinds, false) : groupListDocument(kinds);
    case '/openapi/v2':
      return openApiV2(kinds);
    case '/openapi/v3':
      return openApiIndex(kinds);
    default:
      return groupDocumentAt(api, path);
  }
}

function groupDocumentAt({ kinds }: KubeApi, path: string): object | undefined {
  if (path.startsWith('/openapi/v3/')) {
    const where = groupVersionOfPath(path.slice('/openapi/v3/'.length));
    return where && openApiV3(kinds, where.group, where.version);
  }
  const [, root, first = '', second] = path.split('/');
  if (root === 'api') return resourceListDocument(kinds, '', first);
  if (root !== 'apis') return undefined;
  if (second !== undefined) return resourceListDocument(kinds, first, second);
  const versions = kinds.groups().get(first);
  return versions && { kind: 'APIGroup', apiVersion: 'v1', ...groupDocument(first, versions) };
}
