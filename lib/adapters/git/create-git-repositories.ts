import { createHash } from 'node:crypto';
import path from 'node:path';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type {
  GitRepositories,
  GitRepository,
  RepositoryCredentials,
} from '@/lib/engine/ports/git-repository';
import { BareMirror } from './bare-mirror';
import { redactUrl } from './command/redact-url';
import { DEFAULT_REMOTE_LIMITS, type RemoteLimits } from './remote/git-remote';

/** `https://…`, `ssh://…`, `file:///…`, `git://…` or scp-like `user@host:path`. */
const ADDRESS = /^((https?|ssh|file|git):\/\/\S+|[\w.-]+@[\w.-]+:\S+)$/;

/** Mirrors below `root`, one per address; the same address is the same mirror. */
export function createGitRepositories(
  root: string,
  limits: RemoteLimits = DEFAULT_REMOTE_LIMITS,
): GitRepositories & { close(): void } {
  const mirrors = new Map<string, BareMirror>();
  return {
    open(url: string, credentials?: RepositoryCredentials): Promise<GitRepository> {
      if (!ADDRESS.test(url)) {
        const message = `repoURL "${redactUrl(url)}" is no Git address; use https://, ssh://, file:// or user@host:path`;
        return Promise.reject(new AdapterError(message, { retry: 'terminal', reason: 'BadAddress' }));
      }
      const key = url.replace(/\/+$/, '');
      const mirror = mirrors.get(key) ?? new BareMirror(key, path.join(root, folderOf(key)), limits);
      mirror.setCredentials(credentials);
      mirrors.set(key, mirror);
      return Promise.resolve(mirror);
    },
    close() {
      for (const mirror of mirrors.values()) mirror.close();
    },
  };
}

function folderOf(url: string): string {
  const name = redactUrl(url)
    .replace(/[^\w.-]+/g, '-')
    .slice(-60);
  return `${name}-${createHash('sha256').update(url).digest('hex').slice(0, 12)}`;
}
