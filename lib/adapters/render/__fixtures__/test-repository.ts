import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A bare repository on disk whose commits are written by `commit`; a value `-> target` is a symlink. */
export class TestRepository {
  readonly url: string;
  readonly #bare: string;
  readonly #work: string;

  constructor(folder: string, name: string) {
    this.#bare = path.join(folder, `${name}.git`);
    this.#work = path.join(folder, `${name}-work`);
    this.url = `file://${this.#bare}`;
    execFileSync('git', ['init', '-q', '--template=', '--bare', '-b', 'main', this.#bare]);
    execFileSync('git', ['init', '-q', '--template=', '-b', 'main', this.#work]);
    this.#git('remote', 'add', 'origin', this.url);
  }

  /** The whole tree of the next commit; its hash. */
  commit(files: Record<string, string>): string {
    for (const name of this.#git('ls-files').split('\n').filter(Boolean)) rmSync(path.join(this.#work, name), { force: true, recursive: true });
    for (const [name, content] of Object.entries(files)) {
      const at = path.join(this.#work, name);
      mkdirSync(path.dirname(at), { recursive: true });
      if (content.startsWith('-> ')) symlinkSync(content.slice(3), at);
      else writeFileSync(at, content);
    }
    this.#git('add', '-A');
    this.#git('commit', '-q', '--allow-empty', '-m', 'next');
    this.#git('push', '-q', '-f', 'origin', 'HEAD:main');
    return this.#git('rev-parse', 'HEAD');
  }

  /** As `commit`, with another repository at `at`. */
  commitWithSubmodule(files: Record<string, string>, at: string, url: string): string {
    this.commit(files);
    this.#git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', url, at);
    this.#git('commit', '-q', '-m', 'submodule');
    this.#git('push', '-q', '-f', 'origin', 'HEAD:main');
    return this.#git('rev-parse', 'HEAD');
  }

  #git(...args: string[]): string {
    const identity = ['-c', 'user.name=Rosa', '-c', 'user.email=rosa@tidewater.test'];
    return execFileSync('git', ['-C', this.#work, ...identity, ...args], { encoding: 'utf8' }).trim();
  }
}
