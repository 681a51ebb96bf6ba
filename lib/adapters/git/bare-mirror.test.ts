import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync, symlinkSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GitRepository } from '@/lib/engine/ports/git-repository';
import { createGitRepositories } from './create-git-repositories';

const folder = mkdtempSync(path.join(tmpdir(), 'promontory-git-'));
const work = path.join(folder, 'work');
const bare = path.join(folder, 'origin.git');
const git = (...args: string[]) =>
  execFileSync('git', ['-C', work, '-c', 'user.name=Rosa', '-c', 'user.email=rosa@tidewater.test', ...args], {
    encoding: 'utf8',
  }).trim();

function commit(file: string, content: string, message: string): string {
  mkdirSync(path.dirname(path.join(work, file)), { recursive: true });
  writeFileSync(path.join(work, file), content);
  git('add', '-A');
  git('commit', '-qm', message);
  git('push', '-q', 'origin', 'main', '--tags');
  return git('rev-parse', 'HEAD');
}

let repository: GitRepository;
let first: string;

beforeAll(async () => {
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', bare]);
  execFileSync('git', ['init', '-q', '-b', 'main', work]);
  git('remote', 'add', 'origin', `file://${bare}`);
  first = commit('apps/web/a.yaml', 'kind: ConfigMap\n', 'Add web');
  git('tag', '-a', 'v1.0.0', '-m', 'first');
  commit('apps/api/b.yaml', 'kind: Service\n', 'Add api');
  repository = await createGitRepositories(path.join(folder, 'mirrors')).open(`file://${bare}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('BareMirror', () => {
  it('resolves branches, HEAD, annotated tags (peeled), ranges, full and short hashes', async () => {
    const head = git('rev-parse', 'HEAD');
    expect(await repository.resolveRevision('main')).toBe(head);
    expect(await repository.resolveRevision('')).toBe(head);
    expect(await repository.resolveRevision('v1.0.0')).toBe(first);
    expect(await repository.resolveRevision(first)).toBe(first);
    expect(await repository.resolveRevision(first.slice(0, 8))).toBe(first);
    expect(await repository.resolveRevision('^1.0')).toBe(first);
    await expect(repository.resolveRevision('nowhere')).rejects.toThrow(
      "unable to resolve 'nowhere' to a commit SHA",
    );
  });

  it('sees a pushed commit only when asked to refresh', async () => {
    const before = await repository.resolveRevision('main', { refresh: true });
    const pushed = commit('apps/web/a.yaml', 'kind: Secret\n', 'Change web');
    expect(await repository.resolveRevision('main')).toBe(before);
    expect(await repository.resolveRevision('main', { refresh: true })).toBe(pushed);
  });

  it('reads trees and files at a commit, and the tree hash of an untouched folder stays', async () => {
    const head = await repository.resolveRevision('main', { refresh: true });
    expect((await repository.listTree(head, 'apps', { recursive: true })).map((each) => each.path)).toEqual([
      'apps/api/b.yaml',
      'apps/web/a.yaml',
    ]);
    expect((await repository.readFile(first, 'apps/web/a.yaml'))?.toString()).toBe('kind: ConfigMap\n');
    expect(await repository.readFile(first, 'apps/api/b.yaml')).toBeUndefined();
    const before = await repository.objectAt(head, 'apps/api');
    const next = commit('apps/web/c.yaml', 'x: 1\n', 'Elsewhere');
    await repository.resolveRevision('main', { refresh: true });
    expect(await repository.objectAt(next, 'apps/api')).toEqual(before);
  });

  it('checks a commit out once for all who need it', async () => {
    symlinkSync('apps/web/a.yaml', path.join(work, 'link'));
    const sha = commit('x.txt', 'x\n', 'With a link');
    const [one, two] = await Promise.all([repository.checkout(sha), repository.checkout(sha)]);
    expect(one.directory).toBe(two.directory);
    expect(readFileSync(path.join(one.directory, 'x.txt'), 'utf8')).toBe('x\n');
    expect(readFileSync(path.join(one.directory, 'link'), 'utf8')).toBe('kind: Secret\n');
    await one.release();
    await two.release();
  });

  it('refuses to check out a commit with a symlink that leaves the repository', async () => {
    symlinkSync('../../../etc/passwd', path.join(work, 'apps/escape'));
    const sha = commit('y.txt', 'y\n', 'With an escape');
    await expect(repository.checkout(sha)).rejects.toThrow(
      'repository contains out-of-bounds symlinks. file: apps/escape points to ../../../etc/passwd',
    );
  });

  it('tells authors and messages of commits', async () => {
    const log = await repository.log({ to: first, limit: 5 });
    expect(log.map((each) => [each.author.name, each.message])).toEqual([['Rosa', 'Add web']]);
  });

  it('names what is wrong with an address', async () => {
    const repositories = createGitRepositories(path.join(folder, 'mirrors'));
    await expect(repositories.open('not an address')).rejects.toThrow(
      /repoURL "not an address" is no Git address/,
    );
    const absent = await repositories.open(`file://${folder}/absent.git`);
    await expect(absent.resolveRevision('main')).rejects.toThrow(/repository not found/);
  });
});
