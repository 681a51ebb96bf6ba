import type { TreeEntry } from '@/lib/engine/ports/git-repository';

export interface TreeItem {
  name: string;
  type: TreeEntry['type'];
  oid: string;
}

/** A raw tree object → its entries in Git's order. Each is `<mode> <name>\0<binary id>`; ids have 20 or 32 bytes. */
export function parseTree(content: Buffer, idBytes: number): TreeItem[] {
  const items: TreeItem[] = [];
  let at = 0;
  while (at < content.length) {
    const space = content.indexOf(32, at);
    const end = content.indexOf(0, space);
    if (space < 0 || end < 0) break;
    items.push({
      name: content.toString('utf8', space + 1, end),
      type: typeOf(content.toString('latin1', at, space)),
      oid: content.toString('hex', end + 1, end + 1 + idBytes),
    });
    at = end + 1 + idBytes;
  }
  return items;
}

function typeOf(mode: string): TreeEntry['type'] {
  if (mode === '40000') return 'tree';
  if (mode === '120000') return 'symlink';
  if (mode === '160000') return 'submodule';
  return 'blob';
}
