import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseWebhook, webhookProviderOf } from '@/lib/adapters/git/webhook/parse-webhook';
import { testRuntime } from '../../__fixtures__/test-runtime';
import { receiveWebhook } from './receive-webhook';

const SECRET = 'between-us';
const webhooks = { parse: parseWebhook, providerOf: webhookProviderOf };
const body = Buffer.from(
  JSON.stringify({
    ref: 'refs/heads/main',
    after: 'a'.repeat(40),
    repository: { clone_url: 'https://git.example/shop.git', html_url: 'https://git.example/shop' },
    commits: [{ added: ['a.yaml'], modified: ['b.yaml'], removed: [] }],
  }),
);
const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
const headers = new Headers({ 'X-GitHub-Event': 'push', 'X-Hub-Signature-256': signature });

describe('receiveWebhook', () => {
  it('passes a push on when it proves the secret, and records it', async () => {
    const { context, engine, audit } = testRuntime({ webhooks });
    engine.secret = SECRET;
    expect(await receiveWebhook(context, { headers, body })).toEqual({ applications: 1, message: '' });
    expect(engine.pushes).toMatchObject([{ ref: 'refs/heads/main', paths: ['a.yaml', 'b.yaml'] }]);
    expect(engine.pushes[0]?.urls).toContain('https://git.example/shop.git');
    expect(audit).toMatchObject([
      { actor: 'webhook:github', action: 'repositories.push', result: 'allowed' },
    ]);
  });

  it('refuses one that does not, and records it', async () => {
    const { context, engine, audit } = testRuntime({ webhooks });
    engine.secret = 'another';
    await expect(receiveWebhook(context, { headers, body })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect(engine.pushes).toEqual([]);
    expect(audit).toMatchObject([{ actor: 'webhook:github', result: 'denied' }]);
  });

  it('lets an event that is no push change nothing', async () => {
    const { context, engine } = testRuntime({ webhooks });
    const ping = new Headers({ 'x-github-event': 'ping' });
    expect(await receiveWebhook(context, { headers: ping, body })).toMatchObject({ applications: 0 });
    expect(engine.pushes).toEqual([]);
  });

  it('says what is wrong with a body that it cannot read', async () => {
    const { context } = testRuntime({ webhooks });
    const broken = Buffer.from('payload=%7B%7D');
    await expect(
      receiveWebhook(context, { provider: 'github', headers, body: broken }),
    ).rejects.toMatchObject({ code: 'invalid-request', field: 'body' });
  });
});
