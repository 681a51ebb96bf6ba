import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createGitRepositories } from './create-git-repositories';
import { matchesWebhook } from './webhook/matches-webhook';
import { parseWebhook, webhookProviderOf } from './webhook/parse-webhook';
import type { WebhookRequest } from './webhook/webhook-event';

const URL = process.env['PROMONTORY_TEST_GITEA_URL'];
const TOKEN = process.env['PROMONTORY_TEST_GITEA_TOKEN'] ?? '';
if (!URL)
  process.stderr.write('PROMONTORY_TEST_GITEA_URL is not set: Git was not tested against a real Gitea\n');

const folder = mkdtempSync(path.join(os.tmpdir(), 'git-gitea-'));
const repositories = createGitRepositories(path.join(folder, 'mirrors'));
afterAll(() => {
  repositories.close();
  rmSync(folder, { recursive: true, force: true });
});

async function api(method: string, at: string, body?: object): Promise<unknown> {
  const response = await fetch(`${URL ?? ''}/api/v1${at}`, {
    method,
    headers: { Authorization: `token ${TOKEN}`, 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(response.ok, `${method} ${at}: ${response.status}`).toBe(true);
  return response.status === 204 ? undefined : response.json();
}

describe.runIf(URL)('a private repository of a real Gitea', () => {
  it('is read with a token, and its push webhook is understood', async () => {
    const name = `shop-${Date.now()}`;
    await api('POST', '/user/repos', { name, private: true });
    const deliveries: WebhookRequest[] = [];
    const receiver = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([key, value]) => [key, String(value)]),
        );
        deliveries.push({ headers, body: Buffer.concat(chunks) });
        response.end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const { port } = receiver.address() as AddressInfo;
    await api('POST', `/repos/admin/${name}/hooks`, {
      type: 'gitea',
      active: true,
      events: ['push'],
      config: { url: `http://127.0.0.1:${port}/`, content_type: 'json', secret: 'hook-secret' },
    });

    const work = path.join(folder, 'work');
    const remote = `${URL ?? ''}/admin/${name}.git`;
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-C', work, '-c', 'user.name=Rosa', '-c', 'user.email=rosa@tidewater.test', ...args],
        { encoding: 'utf8' },
      ).trim();
    execFileSync('git', ['init', '-q', '-b', 'main', work]);
    writeFileSync(path.join(work, 'a.yaml'), 'kind: ConfigMap\n');
    git('add', '-A');
    git('commit', '-qm', 'One');
    git('push', '-q', remote.replace('//', `//admin:${TOKEN}@`), 'main');
    const sha = git('rev-parse', 'HEAD');

    const repository = await repositories.open(remote, { username: 'admin', password: TOKEN });
    expect(await repository.resolveRevision('main')).toBe(sha);
    expect((await repository.readFile(sha, 'a.yaml'))?.toString()).toBe('kind: ConfigMap\n');
    const stranger = createGitRepositories(path.join(folder, 'stranger'));
    await expect((await stranger.open(remote)).resolveRevision('main')).rejects.toThrow(
      /authentication required|repository not found/,
    );

    await expect.poll(() => deliveries.length, { timeout: 10_000 }).toBeGreaterThan(0);
    const [delivery] = deliveries;
    expect(webhookProviderOf(delivery!.headers)).toBe('gitea');
    const outcome = parseWebhook('gitea', delivery!, 'hook-secret');
    expect(outcome).toMatchObject({ kind: 'push', event: { ref: 'refs/heads/main', sha } });
    if (outcome.kind === 'push') expect(matchesWebhook(remote, outcome.event)).toBe(true);
    expect(parseWebhook('gitea', delivery!, 'another').kind).toBe('unauthorized');
    receiver.closeAllConnections();
    receiver.close();
  });
});
