import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { matchesWebhook } from './matches-webhook';
import { parseWebhook, webhookProviderOf } from './parse-webhook';
import type { WebhookProvider } from './webhook-event';

const SECRET = 'a-shared-secret';
const SHA = '6113728f27ae82c7b1a177c8d03f9e96e0adf246';
const sign = (body: Buffer) => createHmac('sha256', SECRET).update(body).digest('hex');

/** The fields that each provider really sends with a push, cut down to those around the ones that are read. */
const PUSHES = {
  github: {
    ref: 'refs/heads/main',
    before: '0000000000000000000000000000000000000000',
    after: SHA,
    created: false,
    deleted: false,
    forced: false,
    repository: {
      id: 35129377,
      name: 'shop',
      full_name: 'tidewater/shop',
      html_url: 'https://github.test/tidewater/shop',
      url: 'https://api.github.test/repos/tidewater/shop',
      git_url: 'git://github.test/tidewater/shop.git',
      ssh_url: 'git@github.test:tidewater/shop.git',
      clone_url: 'https://github.test/tidewater/shop.git',
      default_branch: 'main',
    },
    commits: [
      {
        id: SHA,
        message: 'One',
        added: ['apps/a.yaml'],
        removed: [],
        modified: ['envs/dev/values-dev.yaml'],
      },
      { id: SHA, message: 'Two', added: [], removed: ['old.yaml'], modified: ['apps/a.yaml'] },
    ],
  },
  gitlab: {
    object_kind: 'push',
    ref: 'refs/heads/main',
    checkout_sha: SHA,
    after: SHA,
    project: {
      name: 'shop',
      web_url: 'https://gitlab.test/tidewater/shop',
      git_ssh_url: 'git@gitlab.test:tidewater/shop.git',
      git_http_url: 'https://gitlab.test/tidewater/shop.git',
      homepage: 'https://gitlab.test/tidewater/shop',
    },
    commits: [{ id: SHA, added: ['x.yaml'], modified: [], removed: [] }],
    total_commits_count: 4,
  },
  gitea: {
    ref: 'refs/tags/v1',
    after: SHA,
    repository: {
      full_name: 'tidewater/shop',
      html_url: 'http://gitea.test:3000/tidewater/shop',
      ssh_url: 'ssh://git@gitea.test:2222/tidewater/shop.git',
      clone_url: 'http://gitea.test:3000/tidewater/shop.git',
    },
    commits: [],
    total_commits: 0,
  },
  generic: {
    repoURL: 'https://git.test/tidewater/shop.git',
    ref: 'refs/heads/main',
    sha: SHA,
    changedPaths: ['a.yaml'],
  },
} satisfies Record<WebhookProvider, object>;

function headersFor(provider: WebhookProvider, body: Buffer): Record<string, string> {
  switch (provider) {
    case 'github':
      return { 'x-github-event': 'push', 'x-hub-signature-256': `sha256=${sign(body)}` };
    case 'gitlab':
      return { 'x-gitlab-event': 'Push Hook', 'x-gitlab-token': SECRET };
    case 'gitea':
      return { 'x-gitea-event': 'push', 'x-github-event': 'push', 'x-gitea-signature': sign(body) };
    case 'generic':
      return { 'x-signature-256': `sha256=${sign(body)}` };
  }
}

describe.each(Object.entries(PUSHES) as [WebhookProvider, object][])('%s', (provider, payload) => {
  const body = Buffer.from(JSON.stringify(payload));
  const headers = headersFor(provider, body);

  it('a signed push is read', () => {
    const outcome = parseWebhook(provider, { headers, body }, SECRET);
    expect(outcome.kind).toBe('push');
    if (outcome.kind !== 'push') return;
    expect(outcome.event.sha).toBe(SHA);
    expect(outcome.event.ref).toMatch(/^refs\//);
    expect(outcome.event.repoUrls.some((url) => url.includes('tidewater/shop'))).toBe(true);
    expect(outcome.event.repoUrls.join()).not.toContain('api.');
  });

  it.each([
    ['another secret', SECRET.toUpperCase()],
    ['a longer secret', `${SECRET}x`],
  ])('%s is refused', (_, secret) => {
    expect(parseWebhook(provider, { headers, body }, secret).kind).toBe('unauthorized');
  });

  it('a request without signature is refused when a secret is set, and read when none is', () => {
    const bare = Object.fromEntries(Object.entries(headers).filter(([name]) => name.endsWith('event')));
    expect(parseWebhook(provider, { headers: bare, body }, SECRET).kind).toBe('unauthorized');
    expect(parseWebhook(provider, { headers: bare, body }, '').kind).toBe('push');
  });

  it('a body that was changed on the way is refused', () => {
    if (provider === 'gitlab') return; // GitLab does not sign bodies.
    expect(
      parseWebhook(provider, { headers, body: Buffer.concat([body, Buffer.from(' ')]) }, SECRET).kind,
    ).toBe('unauthorized');
  });
});

describe('parseWebhook', () => {
  const push = (provider: WebhookProvider) => {
    const body = Buffer.from(JSON.stringify(PUSHES[provider]));
    const outcome = parseWebhook(provider, { headers: headersFor(provider, body), body }, SECRET);
    return outcome.kind === 'push' ? outcome.event : undefined;
  };

  it('lists changed paths only where the event tells them all', () => {
    expect(push('github')?.changedPaths).toEqual(['apps/a.yaml', 'envs/dev/values-dev.yaml', 'old.yaml']);
    expect(push('gitlab')?.changedPaths).toBeUndefined();
    expect(push('gitea')?.changedPaths).toBeUndefined();
    expect(push('generic')?.changedPaths).toEqual(['a.yaml']);
  });

  it('ignores other events, and says what is wrong with a body', () => {
    const body = Buffer.from('{"zen":"Keep it simple."}');
    expect(parseWebhook('github', { headers: { 'x-github-event': 'ping' }, body }, '').kind).toBe('ignored');
    expect(parseWebhook('generic', { headers: {}, body }, '')).toEqual({
      kind: 'invalid',
      reason: 'the event names no repository',
    });
    expect(parseWebhook('generic', { headers: {}, body: Buffer.from('[') }, '').kind).toBe('invalid');
  });

  it('reads a form field, as GitHub can send it', () => {
    const body = Buffer.from(new URLSearchParams({ payload: JSON.stringify(PUSHES.github) }).toString());
    const headers = { 'x-github-event': 'push', 'content-type': 'application/x-www-form-urlencoded' };
    expect(parseWebhook('github', { headers, body }, '').kind).toBe('push');
  });

  it('tells providers apart by their headers', () => {
    expect(webhookProviderOf({ 'x-gitea-event': 'push', 'x-github-event': 'push' })).toBe('gitea');
    expect(webhookProviderOf({ 'x-github-event': 'push' })).toBe('github');
    expect(webhookProviderOf({ 'x-gitlab-event': 'Push Hook' })).toBe('gitlab');
    expect(webhookProviderOf({})).toBeUndefined();
  });
});

describe('matchesWebhook', () => {
  const event = { repoUrls: ['https://Git.test/Tidewater/Shop'] };
  it.each([
    ['https://git.test/tidewater/shop', true],
    ['https://git.test/tidewater/shop.git', true],
    ['https://user:token@git.test/tidewater/shop.git/', true],
    ['git@git.test:tidewater/shop.git', true],
    ['ssh://git@git.test:2222/tidewater/shop', true],
    ['git.test:tidewater/shop', true],
    ['https://git.test/tidewater/shop-two', false],
    ['https://git.test/other/tidewater/shop', false],
    ['https://evil-git.test/tidewater/shop', false],
    ['https://git.test.evil/tidewater/shop', false],
    ['nonsense', false],
  ])('%s: %s', (url, expected) => {
    expect(matchesWebhook(url, event)).toBe(expected);
  });

  it('a local repository is its path', () => {
    expect(matchesWebhook('file:///srv/git/shop.git', { repoUrls: ['file:///srv/git/shop'] })).toBe(true);
    expect(matchesWebhook('file:///srv/git/shop.git', { repoUrls: ['file:///srv/git/other'] })).toBe(false);
  });
});
