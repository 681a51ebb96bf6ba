import type { CommitInfo } from '@/lib/engine/ports/git-repository';

export interface RemoteRef {
  name: string;
  sha: string;
}

/** `git ls-remote` → refs, HEAD among them; annotated tags carry the commit that they point to. */
export function parseLsRemote(text: string): RemoteRef[] {
  const refs = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [sha = '', name = ''] = line.split('\t');
    if (name.endsWith('^{}')) refs.set(name.slice(0, -3), sha);
    else if (name) refs.set(name, sha);
  }
  return [...refs].map(([name, sha]) => ({ name, sha }));
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
