import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DENY_ALL, testRuntime } from '@/lib/server/__fixtures__/test-runtime';
import { describeApi, METHODS } from '@/lib/server/http/describe-api';
import { setRuntime } from '@/lib/server/lifecycle/server-runtime';
import { ROUTE_TABLE } from './route-table';

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('route.ts'),
);
const pathOf = (file: string) =>
  ['/api', ...file.split('/').slice(0, -1)]
    .filter((part) => !part.startsWith('('))
    .map((part) => part.replace(/^\[(.+)\]$/, '{$1}'))
    .join('/');

const ROUTES = Object.entries(ROUTE_TABLE).flatMap(([path, handlers]) =>
  METHODS.flatMap((method) => {
    const handler = handlers[method];
    return handler ? [{ path, method, handler, name: `${method} ${path}` }] : [];
  }),
);

const request = (path: string, method: string) =>
  new Request(`http://localhost:3000${path.replaceAll(/\{\w+\}/g, 'x')}`, {
    method,
    ...(method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } }),
  });
const next = {
  params: Promise.resolve({ name: 'x', id: 'x', repo: 'x', revision: 'x', podName: 'x', provider: 'github' }),
};

describe('the route table', () => {
  afterEach(() => setRuntime(undefined));

  it('has every route file but the one that describes it', () => {
    const paths = files.map(pathOf).filter((path) => path !== '/api/v1/openapi.json');
    expect(Object.keys(ROUTE_TABLE).sort()).toEqual(paths.sort());
  });

  it.each(ROUTES)(
    '$name is refused to who may nothing, unless it is public',
    async ({ path, method, handler }) => {
      setRuntime(testRuntime({ authorizer: DENY_ALL }).runtime);
      const response = await handler(request(path, method), next);
      if (handler.spec.permission === 'public') expect(response.status).not.toBe(403);
      else expect(response.status).toBe(403);
    },
  );

  it('lets nobody in unasked but health, version, and webhooks', () => {
    const open = ROUTES.filter(({ handler }) => handler.spec.permission === 'public').map(({ name }) => name);
    expect(open.sort()).toEqual([
      'GET /api/health',
      'GET /api/version',
      'POST /api/webhook',
      'POST /api/webhooks/{provider}',
    ]);
  });

  it('asks more than "get" of everything that changes something', () => {
    const weak = ROUTES.filter(
      ({ method, handler }) =>
        method !== 'GET' && handler.spec.permission !== 'public' && handler.spec.permission.action === 'get',
    );
    expect(weak).toEqual([]);
  });

  it('describes every route in OpenAPI, with parameters, permission and problem', () => {
    const document = describeApi(ROUTE_TABLE, '0.1.0') as { paths: Record<string, Record<string, object>> };
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(Object.keys(document.paths)).toHaveLength(Object.keys(ROUTE_TABLE).length);
    expect(document.paths['/api/v1/applications/{name}/sync']?.post).toMatchObject({
      'x-permission': 'applications, sync',
      parameters: [
        { name: 'name', in: 'path', required: true },
        { name: 'appNamespace', in: 'query', required: false },
        { name: 'project' },
      ],
      responses: { default: { content: { 'application/problem+json': {} } } },
    });
  });
});

describe('a route handler', () => {
  it.each(files)('of %s has at most 40 lines', (file) => {
    const handlers = readFileSync(join(import.meta.dirname, file), 'utf8').split(/^(?=export const )/m);
    expect(Math.max(...handlers.map((handler) => handler.trimEnd().split('\n').length))).toBeLessThanOrEqual(
      40,
    );
  });
});
