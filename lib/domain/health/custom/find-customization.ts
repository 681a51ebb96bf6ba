/**
 * The entry for a kind among `group/Kind` keys of `argocd-cm`: its own, else the first wildcard in the keys' order. A
 * `*` of a customisation stands for any text; core kinds match only keys without a group.
 */
export function findCustomization<T>(
  entries: ReadonlyMap<string, T>,
  group: string,
  kind: string,
): T | undefined {
  const exact = entries.get(`${group}/${kind}`);
  if (exact !== undefined) return exact;
  for (const key of [...entries.keys()].sort()) {
    if (!key.includes('*')) continue;
    const slash = key.lastIndexOf('/');
    const [groupGlob, kindGlob] = [key.slice(0, slash), key.slice(slash + 1)];
    if (isGlobMatch(groupGlob, group) && isGlobMatch(kindGlob, kind)) return entries.get(key);
  }
  return undefined;
}

function isGlobMatch(glob: string, text: string): boolean {
  if (glob === '' || text === '') return glob === text;
  const parts = glob.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}
