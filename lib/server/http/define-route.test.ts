import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Problem } from '@/lib/contracts/problem';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import { DENY_ALL, testRuntime } from '../__fixtures__/test-runtime';
import { setRuntime } from '../lifecycle/server-runtime';
import { AppError } from './app-error';
import { defineRoute } from './define-route';

const PERMISSION = { resource: 'applications', action: 'get' } as const;
const URL_OF = 'http://localhost:3000/api/v1/thing';

function start(change: Parameters<typeof testRuntime>[0] = {}) {
  const made = testRuntime(change);
  setRuntime(made.runtime);
  return made;
}

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await response.json()) as Problem;
  expect(problem.requestId).toBe(response.headers.get('x-request-id'));
  expect(problem.status).toBe(response.status);
  return problem;
}

const next = (params: Record<string, string> = {}) => ({ params: Promise.resolve(params) });
const post = (body: string, type = 'application/json') =>
  new Request(URL_OF, { method: 'POST', body, headers: { 'content-type': type } });

const echo = defineRoute({
  summary: 'test',
  permission: PERMISSION,
  params: z.object({ name: z.string() }),
  query: z.object({ limit: z.coerce.number().int().max(10).default(5) }),
  body: z.object({ spec: z.object({ project: z.string() }) }),
  handler: ({ params, query, body, caller }) => Promise.resolve({ params, query, body, caller: caller.name }),
});

const failing = (error: unknown) =>
  defineRoute({
    summary: 'test',
    permission: PERMISSION,
    handler: () => {
      throw error;
    },
  })(new Request(URL_OF), next());

describe('defineRoute', () => {
  afterEach(() => setRuntime(undefined));

  it('answers "starting" before there is a runtime', async () => {
    const response = await echo(post('{}'), next({ name: 'a' }));
    expect(response.headers.get('retry-after')).toBe('2');
    expect(await problemOf(response)).toMatchObject({ code: 'not-ready', status: 503 });
  });

  it('parses path, query and body and never caches the answer', async () => {
    start();
    const response = await echo(post('{"spec":{"project":"web"}}'), next({ name: 'a' }));
    expect(await response.json()).toEqual({
      params: { name: 'a' },
      query: { limit: 5 },
      body: { spec: { project: 'web' } },
      caller: 'admin',
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    [
      '{"spec":{}}',
      'application/json',
      'invalid-request',
      'body.spec.project',
      'body.spec.project is required.',
    ],
    ['{', 'application/json', 'invalid-request', 'body', /^The body is not JSON/],
    [
      '{"spec":{"project":"a"}}',
      'text/plain',
      'unsupported-media-type',
      undefined,
      /must be application\/json/,
    ],
    [
      `"${'x'.repeat(5 * 1024 * 1024)}"`,
      'application/json',
      'too-large',
      'body',
      'The body is larger than 4194304 bytes.',
    ],
  ])('names what is wrong with a body: %#', async (body, type, code, field, detail) => {
    start();
    const problem = await problemOf(await echo(post(body, type), next({ name: 'a' })));
    expect(problem).toMatchObject({ code, ...(field ? { field } : {}) });
    expect(problem.detail).toMatch(detail);
  });

  it('names what is wrong with a query', async () => {
    start();
    const request = new Request(`${URL_OF}?limit=11`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await problemOf(await echo(request, next({ name: 'a' })))).toMatchObject({ field: 'query.limit' });
  });

  it('refuses who may not before it looks at the request', async () => {
    start({ authorizer: DENY_ALL });
    const problem = await problemOf(await echo(post('{'), next({ name: 'a' })));
    expect(problem).toMatchObject({
      code: 'forbidden',
      detail: 'admin may not do this: it needs applications, get.',
    });
  });

  it('refuses tokens while nobody can sign in', async () => {
    start();
    const request = new Request(URL_OF, { headers: { authorization: 'Bearer x' } });
    expect(await problemOf(await echo(request, next()))).toMatchObject({ code: 'unauthenticated' });
  });

  it('passes expected errors on, with field, fix and until', async () => {
    start();
    const error = new AppError('window-closed', 'Closed.', { until: '2026-11-25T06:00:00Z', fix: 'Wait.' });
    expect(await problemOf(await failing(error))).toMatchObject({
      code: 'window-closed',
      detail: 'Closed.',
      until: '2026-11-25T06:00:00Z',
      fix: 'Wait.',
      error: 'Closed.',
      message: 'Closed.',
    });
  });

  it.each([
    [404, 'not-found'],
    [409, 'conflict'],
    [422, 'invalid-request'],
    [403, 'upstream-failed'],
    [undefined, 'upstream-failed'],
  ])('turns what Kubernetes or Git answered with %s into %s', async (status, code) => {
    start();
    const error = new AdapterError('pods "a" is unhappy', {
      retry: 'terminal',
      ...(status ? { status } : {}),
    });
    expect(await problemOf(await failing(error))).toMatchObject({ code, detail: 'pods "a" is unhappy' });
  });

  it('says nothing of an error that nobody foresaw, and logs all of it under the request id', async () => {
    const { errors } = start();
    const problem = await problemOf(await failing(new Error('password=hunter2')));
    expect(problem).toMatchObject({ code: 'internal', status: 500 });
    expect(JSON.stringify(problem)).not.toContain('hunter2');
    expect(errors).toMatchObject([
      { err: { message: 'password=hunter2' }, requestId: problem.requestId, path: '/api/v1/thing' },
    ]);
  });
});
