import type { CommitInfo, TreeEntry } from '@/lib/engine/ports/git-repository';

export interface RemoteRef {
  name: string;
  sha: string;
}

/** `git ls-remote --symref` → refs with peeled commits, HEAD's branch apart. */
export function parseLsRemote(text: string): { refs: RemoteRef[]; head: string | undefined } {
  const refs = new Map<string, string>();
  let head: string | undefined;
  for (const line of text.split('\n')) {
    const [first = '', name = ''] = line.split('\t');
    if (first.startsWith('ref: ')) {
      if (name === 'HEAD') head = first.slice(5);
    } else if (name.endsWith('^{}')) refs.set(name.slice(0, -3), first);
    else if (name) refs.set(name, first);
  }
  return { refs: [...refs].map(([name, sha]) => ({ name, sha })), head };
}

const TYPES: Record<string, TreeEntry['type']> = {
  '120000': 'symlink',
  '160000': 'submodule',
  '040000': 'tree',
};

/** `git ls-tree -z --long` → entries. */
export function parseLsTree(text: string): TreeEntry[] {
  return text
    .split('\0')
    .filter(Boolean)
    .map((record) => {
      const tab = record.indexOf('\t');
      const [mode = '', , oid = '', size = '0'] = record.slice(0, tab).split(/ +/);
      return { path: record.slice(tab + 1), type: TYPES[mode] ?? 'blob', oid, size: Number(size) || 0 };
    });
}

/** Fields separated by \x1f, commits by \x1e. */
export const COMMIT_FORMAT = '%H%x1f%P%x1f%an%x1f%ae%x1f%aI%x1f%cn%x1f%ce%x1f%cI%x1f%D%x1f%B%x1e';

export function parseCommits(text: string): CommitInfo[] {
  return text
    .split('\x1e')
    .map((record) => record.replace(/^\n/, ''))
    .filter(Boolean)
    .map((record) => {
      const [
        sha = '',
        parents = '',
        an = '',
        ae = '',
        ad = '',
        cn = '',
        ce = '',
        cd = '',
        refs = '',
        message = '',
      ] = record.split('\x1f');
      return {
        sha,
        parents: parents.split(' ').filter(Boolean),
        author: { name: an, email: ae, date: ad },
        committer: { name: cn, email: ce, date: cd },
        message: message.trimEnd(),
        tags: refs.split(', ').flatMap((ref) => (ref.startsWith('tag: ') ? [ref.slice(5)] : [])),
      };
    });
}

/** `git cat-file --batch` output → contents in order; undefined where an object is missing. */
export function parseBatch(output: Buffer): (Buffer | undefined)[] {
  const contents: (Buffer | undefined)[] = [];
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const [, type, size] = output.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (type === 'missing' || size === undefined) contents.push(undefined);
    else {
      contents.push(output.subarray(at, at + Number(size)));
      at += Number(size) + 1;
    }
  }
  return contents;
}
