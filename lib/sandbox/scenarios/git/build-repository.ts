import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { HistoryCommit, Person } from './commit-history';

/** Settings of a user or of this machine must not decide what the demo's history is. */
const ENVIRONMENT = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'C' };

/**
 * A bare repository with this history on `main`, ready to be cloned and pushed to. It appears by one rename; one that
 * is there already is left as it is, with what people pushed to it.
 */
export async function buildRepository(
  folder: string,
  description: string,
  commits: readonly HistoryCommit[],
): Promise<void> {
  if (existsSync(path.join(folder, 'HEAD'))) return;
  const fresh = `${folder}.${randomUUID()}.new`;
  try {
    await mkdir(path.dirname(folder), { recursive: true });
    await git(['init', '--quiet', '--bare', '--template=', '--initial-branch=main', fresh]);
    await git([`--git-dir=${fresh}`, 'fast-import', '--quiet', '--date-format=raw'], importStream(commits));
    await writeFile(path.join(fresh, 'description'), `${description}\n`);
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** The history as `git fast-import` reads it: equal history, equal hashes. */
function importStream(commits: readonly HistoryCommit[]): string {
  const lines: string[] = [];
  for (const [index, commit] of commits.entries()) {
    const who = signature(commit.author, commit.date);
    lines.push(
      'commit refs/heads/main',
      `mark :${index + 1}`,
      `author ${who}`,
      `committer ${who}`,
      data(commit.message),
    );
    if (index > 0) lines.push(`from :${index}`);
    lines.push('deleteall');
    for (const [name, content] of Object.entries(commit.files))
      lines.push(`M 100644 inline ${name}`, data(content));
    lines.push('');
    for (const tag of commit.tags ?? [])
      lines.push(`tag ${tag}`, `from :${index + 1}`, `tagger ${who}`, data(`Release ${tag}`));
  }
  return `${lines.join('\n')}\ndone\n`;
}

function signature({ name, email }: Person, date: Date): string {
  return `${name} <${email}> ${Math.floor(date.getTime() / 1000)} +0100`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

function git(args: string[], input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      env: { ...process.env, ...ENVIRONMENT },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString('utf8')));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', (error) =>
      reject(new Error(`git is needed for the demo's repositories: ${error.message}`)),
    );
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`git ${args.join(' ')}: ${errors.trim()}`)),
    );
  });
}
