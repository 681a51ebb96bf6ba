import { pickVersion } from './pick-version';

/** A ref as the remote lists it; annotated tags carry the commit they point to. */
export type GitRef = { name: string; sha: string } | { name: string; target: string };

const SHA = /^[0-9a-f]{40}$/i;
const SHORT_SHA = /^[0-9a-f]{7,}$/i;

export function isCommitSha(revision: string): boolean {
  return SHA.test(revision);
}

/** Seven or more hexadecimal digits: may be the beginning of a commit id. */
export function isShortCommitSha(revision: string): boolean {
  return SHORT_SHA.test(revision);
}

/**
 * `targetRevision` → commit id: a full id is itself; a version or range names a tag (behind `tagPrefix`, if given); then
 * branches, tags and other refs by short or full name; '' is HEAD. What could be an abbreviated id and names nothing
 * comes back as it is. undefined: not found.
 */
export function resolveRevision(
  revision: string,
  refs: readonly GitRef[],
  options: { tagPrefix?: string } = {},
): string | undefined {
  if (isCommitSha(revision)) return revision;
  const wanted = namedRevision(revision === '' ? 'HEAD' : revision, refs, options.tagPrefix ?? '');
  let target: string | undefined;
  for (const ref of refs) {
    if (shortName(ref.name) !== wanted && ref.name !== wanted) continue;
    if ('sha' in ref) return ref.sha;
    target = ref.target;
  }
  const pointed = refs.find((ref) => ref.name === target);
  if (pointed && 'sha' in pointed) return pointed.sha;
  return isShortCommitSha(wanted) ? wanted : undefined;
}

/** The tag that a version or range stands for; any other text is itself. */
function namedRevision(revision: string, refs: readonly GitRef[], tagPrefix: string): string {
  const prefix = `refs/tags/${tagPrefix}`;
  const versions = refs.flatMap(({ name }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  const version = pickVersion(revision, versions);
  return version === undefined ? revision : tagPrefix + version;
}

/** `refs/heads/a/b` → `a/b`; of refs that are neither branch, tag nor remote only `refs/` goes. */
function shortName(name: string): string {
  return name.replace(/^refs\/(?:(?:tags|heads|remotes)\/)?(?=.)/, '');
}
