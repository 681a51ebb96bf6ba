import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { WatchEvent } from '@/lib/engine/ports/cluster-client';
import { createClusterClient } from '../create-cluster-client';

type Handler = (request: IncomingMessage, response: ServerResponse, call: number) => void;

const DISCOVERY = {
  kind: 'APIGroupDiscoveryList',
  items: [
    {
      metadata: {},
      versions: [
        {
          version: 'v1',
          resources: [
            {
              resource: 'configmaps',
              responseKind: { kind: 'ConfigMap' },
              scope: 'Namespaced',
              verbs: ['get', 'list', 'watch'],
            },
          ],
        },
      ],
    },
  ],
};
const KIND = { apiVersion: 'v1', kind: 'ConfigMap' };
const REF = { ...KIND, namespace: 'a', name: 'b' };

describe('requests of the Kubernetes adapter', () => {
  let stop: () => Promise<void> = () => Promise.resolve();
  afterEach(() => stop());

  /** A client of a server that answers discovery itself and leaves the rest to the handler. */
  async function serve(handler: Handler, token = 'secret') {
    const calls: string[] = [];
    const server: Server = createServer((request, response) => {
      if (request.url === '/api') reply(response, 200, DISCOVERY);
      else if (request.url === '/apis') reply(response, 200, { kind: 'APIGroupDiscoveryList', items: [] });
      else {
        calls.push(`${request.method ?? ''} ${request.url ?? ''}`);
        handler(request, response, calls.length);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createClusterClient({
      from: 'cluster-secret',
      server: url,
      config: { bearerToken: token },
    });
    stop = async () => {
      await client.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
    return { client, calls, server };
  }

  it('sends again after the Retry-After of a 429, and gives up after five attempts', async () => {
    const { client, calls } = await serve((_, response, call) => {
      if (call < 3) reply(response, 429, status(429, 'TooManyRequests', 'slow down'), { 'retry-after': '0' });
      else reply(response, 200, { ...KIND, metadata: { name: 'b' } });
    });
    expect((await client.get(REF))?.metadata.name).toBe('b');
    expect(calls).toHaveLength(3);
    await stop();
    const busy = await serve((_, response) => {
      reply(response, 429, status(429, 'TooManyRequests', 'slow down'), { 'retry-after': '0' });
    });
    await expect(busy.client.get(REF)).rejects.toMatchObject({
      retry: 'retryable',
      status: 429,
      message: 'slow down',
    });
    expect(busy.calls).toHaveLength(5);
  });

  it('signs in, and asks for new credentials once after a 401', async () => {
    const { client, calls } = await serve((request, response, call) => {
      if (request.headers.authorization !== 'Bearer secret') reply(response, 400, {});
      else if (call === 1) reply(response, 401, status(401, 'Unauthorized', 'Unauthorized'));
      else reply(response, 200, { ...KIND, metadata: { name: 'b' } });
    });
    await client.get(REF);
    expect(calls).toHaveLength(2);
    await stop();
    const closed = await serve((_, response) => {
      reply(response, 401, status(401, 'Unauthorized', 'Unauthorized'));
    });
    await expect(closed.client.get(REF)).rejects.toMatchObject({ retry: 'terminal', status: 401 });
    expect(closed.calls).toHaveLength(2);
  });

  it.each([
    [500, 'retryable'],
    [503, 'retryable'],
    [403, 'terminal'],
    [422, 'terminal'],
  ] as const)('calls a %i %s, with the server’s message and reason', async (code, retry) => {
    const { client } = await serve((_, response) => {
      reply(response, code, status(code, 'Because', 'in plain words'));
    });
    await expect(client.get(REF)).rejects.toMatchObject({
      retry,
      status: code,
      reason: 'Because',
      message: 'in plain words',
    });
  });

  it('shows what a proxy in between answered', async () => {
    const { client } = await serve((_, response) => {
      response.writeHead(502).end('<h1>Bad gateway</h1>');
    });
    const path = '/api/v1/namespaces/a/configmaps/b';
    await expect(client.get(REF)).rejects.toThrow(`GET ${path}: 502 <h1>Bad gateway</h1>`);
  });

  it('calls a refused connection retryable and says where', async () => {
    const { client } = await serve(() => undefined);
    await client.discover();
    await stop();
    stop = () => Promise.resolve();
    const elsewhere = createClusterClient({
      from: 'cluster-secret',
      server: 'http://127.0.0.1:9',
      config: {},
    });
    const error = await elsewhere.version().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AdapterError);
    expect(error).toMatchObject({ retry: 'retryable', reason: 'Network' });
    expect((error as Error).message).toContain('GET /version: connect ECONNREFUSED');
    await elsewhere.close();
  });

  it('lists anew in one piece when the version of a page expires', async () => {
    const { client, calls } = await serve((request, response) => {
      const query = new URL(request.url ?? '', 'http://x').searchParams;
      if (query.get('continue') === 'next') reply(response, 410, status(410, 'Expired', 'too old'));
      else if (query.has('limit'))
        reply(response, 200, {
          metadata: { resourceVersion: '1', continue: 'next' },
          items: [{ metadata: { name: 'a' } }],
        });
      else
        reply(response, 200, {
          metadata: { resourceVersion: '2' },
          items: [{ metadata: { name: 'a' } }, { metadata: { name: 'b' } }],
        });
    });
    const list = await client.list(KIND, { limit: 1 });
    expect(list.resourceVersion).toBe('2');
    expect(list.items.map((each) => each.metadata.name)).toEqual(['a', 'b']);
    expect(calls).toHaveLength(3);
  });

  it('passes on the error of a watch, and puts characters together that were sent in two pieces', async () => {
    const { client } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const event = { type: 'ADDED', object: { ...KIND, metadata: { name: 'ä' } } };
      const bytes = Buffer.from(`${JSON.stringify(event)}\n`);
      const cut = bytes.indexOf(0xa4);
      response.write(bytes.subarray(0, cut));
      setImmediate(() => {
        response.write(bytes.subarray(cut));
        response.end(`${JSON.stringify({ type: 'ERROR', object: status(410, 'Expired', 'too old') })}\n`);
      });
    });
    const seen: WatchEvent[] = [];
    const watching = (async () => {
      const watch = client.watch(KIND, { resourceVersion: '5' }, AbortSignal.timeout(5000));
      for await (const event of watch) seen.push(event);
    })();
    await expect(watching).rejects.toMatchObject({ status: 410, reason: 'Expired' });
    expect(seen).toMatchObject([{ type: 'ADDED', object: { metadata: { name: 'ä' } } }]);
  });

  it('falls back to discovery in pieces where the server does not aggregate', async () => {
    const server = createServer((request, response) => {
      const answers: Record<string, object> = {
        '/api': { kind: 'APIVersions', versions: ['v1'] },
        '/apis': {
          kind: 'APIGroupList',
          groups: [
            {
              name: 'apps',
              preferredVersion: { version: 'v1' },
              versions: [{ version: 'v1beta1' }, { version: 'v1' }],
            },
            { name: 'down.example.dev', versions: [{ version: 'v1' }] },
          ],
        },
        '/api/v1': { resources: [{ name: 'pods', kind: 'Pod', namespaced: true, verbs: ['list'] }] },
        '/apis/apps/v1': {
          resources: [
            { name: 'deployments', kind: 'Deployment', namespaced: true, verbs: ['list'] },
            { name: 'deployments/scale', kind: 'Scale', namespaced: true },
          ],
        },
        '/apis/apps/v1beta1': { resources: [] },
      };
      const answer = answers[request.url ?? ''];
      if (answer) reply(response, 200, answer);
      else reply(response, 503, status(503, 'ServiceUnavailable', 'down'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createClusterClient({ from: 'cluster-secret', server: url, config: {} });
    stop = async () => {
      await client.close();
      await new Promise((resolve) => server.close(resolve));
    };
    const found = await client.discover();
    expect(found.map((each) => `${each.group}/${each.version}/${each.kind}`)).toEqual([
      '/v1/Pod',
      'apps/v1/Deployment',
    ]);
    expect(found[1]?.subresources).toEqual(['scale']);
  });
});

function reply(
  response: ServerResponse,
  code: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(code, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function status(code: number, reason: string, message: string): object {
  return { kind: 'Status', apiVersion: 'v1', code, reason, message };
}
