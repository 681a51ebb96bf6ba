import { describe, expect, it } from 'vitest';
import type { MatrixRow } from '@/lib/contracts/platform/overview';
import { lineUp } from './line-up';

function row(name: string, versions: Record<string, string>): MatrixRow {
  return {
    name,
    project: 'shop',
    cells: Object.entries(versions).map(([environment, version]) => ({
      environment,
      version,
      application: { cluster: 'c', namespace: 'argocd', name: `${environment}-${name}` },
      revision: '',
      sync: 'Synced',
      health: 'Healthy',
      window: { open: true, manualOpen: true, reason: '', until: null },
      deployedAt: null,
    })),
  };
}

const environments = ['dev', 'preprod', 'prod'];

describe('lineUp', () => {
  it('marks what runs the version of the environment before', () => {
    const [line] = lineUp([row('web', { dev: '2', preprod: '1', prod: '1' })], environments);
    expect(line?.cells.map((cell) => cell.sameAsBefore)).toEqual([false, false, true]);
  });

  it('compares over a gap and leaves the gap empty', () => {
    const [line] = lineUp([row('web', { dev: '1', prod: '1' })], environments);
    expect(line?.cells.map((cell) => cell.view?.version)).toEqual(['1', undefined, '1']);
    expect(line?.cells[2]?.sameAsBefore).toBe(true);
  });

  it('puts the lines that part most first', () => {
    const rows = [row('even', { dev: '1', prod: '1' }), row('torn', { dev: '3', preprod: '2', prod: '1' })];
    expect(lineUp(rows, environments).map((line) => line.name)).toEqual(['torn', 'even']);
  });
});
