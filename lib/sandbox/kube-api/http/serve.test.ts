import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKubeApi, type RunningKubeApi } from '../start-kube-api';

let server: RunningKubeApi;
beforeAll(async () => {
  server = await startKubeApi({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.stop());

function ask(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const sent = request({ hostname, port, path, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, body });
      });
    });
    sent.on('error', reject).end();
  });
}

describe('the sandbox’s HTTP server', () => {
  it('answers probes and version', async () => {
    for (const path of ['/healthz', '/livez', '/readyz'])
      expect(await ask(path)).toEqual({ status: 200, body: 'ok' });
    expect(JSON.parse((await ask('/version')).body)).toMatchObject({ major: '1', gitVersion: 'v1.35.4' });
  });

  it('refuses web pages and names that were rebound to loopback', async () => {
    const path = '/api/v1/namespaces';
    for (const headers of [
      { origin: 'https://example.dev' },
      { host: 'example.dev' },
      { 'sec-fetch-site': 'cross-site' },
    ])
      expect((await ask(path, headers as unknown as Record<string, string>)).status).toBe(403);
    expect((await ask(path, { host: 'localhost:1' })).status).toBe(200);
  });

  it('answers unknown paths with a Status', async () => {
    const { status, body } = await ask('/apis/nobody.example.dev/v1/things');
    expect(status).toBe(404);
    expect(JSON.parse(body)).toMatchObject({
      kind: 'Status',
      reason: 'NotFound',
      message: 'the server could not find the requested resource',
    });
  });

  it('ends a streaming list with the bookmark that says so', async () => {
    const query =
      'watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&timeoutSeconds=1';
    const { body } = await ask(`/api/v1/namespaces?${query}`);
    const events = body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; object: { metadata: object } });
    expect(events.slice(0, -1).every((event) => event.type === 'ADDED')).toBe(true);
    expect(events.at(-1)).toMatchObject({
      type: 'BOOKMARK',
      object: { metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } } },
    });
    expect((await ask('/api/v1/namespaces?watch=true&sendInitialEvents=true')).status).toBe(422);
  });

  it('says that a continue token is too old', async () => {
    const token = Buffer.from('gone:1').toString('base64url');
    const { status, body } = await ask(`/api/v1/namespaces?limit=1&continue=${token}`);
    expect(status).toBe(410);
    expect(JSON.parse(body)).toMatchObject({ reason: 'Expired' });
  });
});
