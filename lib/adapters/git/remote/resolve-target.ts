import type { RemoteRef } from '../command/parse-git-output';

/** `targetRevision` against a remote's refs: '' and HEAD, branches, tags and full ref names; undefined where none fits. */
export function resolveTarget(
  target: string,
  refs: RemoteRef[],
  head: string | undefined,
): string | undefined {
  const find = (name: string | undefined) => refs.find((ref) => ref.name === name)?.sha;
  if (target === '' || target === 'HEAD') return find('HEAD') ?? find(head);
  return (
    find(`refs/heads/${target}`) ??
    find(`refs/tags/${target}`) ??
    (target.startsWith('refs/') ? find(target) : undefined)
  );
}
