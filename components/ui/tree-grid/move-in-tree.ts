import type { TreeGridRow } from './tree-grid-types';

export type TreeMove =
  | { readonly kind: 'focus'; readonly index: number }
  | { readonly kind: 'toggle'; readonly key: string }
  | { readonly kind: 'activate'; readonly key: string }
  | { readonly kind: 'select'; readonly key: string };

const page = 10;

/**
 * What a key does on the row at `index`, after the treegrid pattern of the ARIA Authoring Practices;
 * `j` and `k` move too. Undefined: the key is not ours.
 */
export function moveInTree<Data>(
  key: string,
  rows: readonly TreeGridRow<Data>[],
  index: number,
  letters: boolean,
): TreeMove | undefined {
  const row = rows[index];
  if (!row) return rows.length > 0 && key.startsWith('Arrow') ? { kind: 'focus', index: 0 } : undefined;
  const focus = (to: number): TreeMove => ({
    kind: 'focus',
    index: Math.max(0, Math.min(rows.length - 1, to)),
  });
  switch (key) {
    case 'ArrowDown':
      return focus(index + 1);
    case 'ArrowUp':
      return focus(index - 1);
    case 'j':
      return letters ? focus(index + 1) : undefined;
    case 'k':
      return letters ? focus(index - 1) : undefined;
    case 'PageDown':
      return focus(index + page);
    case 'PageUp':
      return focus(index - page);
    case 'Home':
      return focus(0);
    case 'End':
      return focus(rows.length - 1);
    case 'ArrowRight':
      if (row.expanded === false) return { kind: 'toggle', key: row.key };
      return row.expanded && rows[index + 1]?.parentKey === row.key ? focus(index + 1) : undefined;
    case 'ArrowLeft': {
      if (row.expanded) return { kind: 'toggle', key: row.key };
      const parent = rows.findIndex((candidate) => candidate.key === row.parentKey);
      return parent === -1 ? undefined : focus(parent);
    }
    case 'Enter':
      return { kind: 'activate', key: row.key };
    case ' ':
      return { kind: 'select', key: row.key };
    default:
      return undefined;
  }
}
