import type { MatrixRow } from '@/lib/contracts/platform/overview';

export type MatrixCell = MatrixRow['cells'][number];

export interface MatrixLine {
  readonly name: string;
  readonly project: string;
  readonly cells: readonly { readonly view: MatrixCell | undefined; readonly sameAsBefore: boolean }[];
}

/**
 * Puts cells under their environment and marks those that run what the nearest earlier environment runs.
 * Lines with the most changes of version come first, then by name.
 */
export function lineUp(rows: readonly MatrixRow[], environments: readonly string[]): MatrixLine[] {
  return rows
    .map((row): MatrixLine => {
      let before: string | undefined;
      const cells = environments.map((environment) => {
        const view = row.cells.find((cell) => cell.environment === environment);
        const sameAsBefore = view !== undefined && view.version !== '' && view.version === before;
        before = view?.version ?? before;
        return { view, sameAsBefore };
      });
      return { name: row.name, project: row.project, cells };
    })
    .sort((a, b) => partings(b) - partings(a) || a.name.localeCompare(b.name));
}

function partings(line: MatrixLine): number {
  return new Set(line.cells.flatMap((cell) => (cell.view ? [cell.view.version] : []))).size;
}
