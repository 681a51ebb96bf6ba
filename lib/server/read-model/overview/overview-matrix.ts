import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import type { MatrixRow } from '@/lib/contracts/platform/overview';
import { compareEnvironments, withoutEnvironment } from '../application/environment-of';

/** Services over environments: applications that differ only in the environment's name share a row. Single ones are left out. */
export function overviewMatrix(rows: readonly ApplicationRow[]): {
  environments: string[];
  matrix: MatrixRow[];
} {
  const services = new Map<string, MatrixRow>();
  for (const row of rows) {
    if (row.environment === null) continue;
    const name = withoutEnvironment(row.name, row.environment);
    const key = `${row.project}/${name}`;
    const service = services.get(key) ?? { name, project: row.project, cells: [] };
    services.set(key, service);
    service.cells.push({
      environment: row.environment,
      application: { cluster: row.cluster, namespace: row.namespace, name: row.name },
      version: row.version,
      revision: row.sync.revision,
      sync: row.sync.status,
      health: row.health.status,
      window: row.window,
      deployedAt: row.lastDeploy?.at ?? null,
    });
  }
  const matrix = [...services.values()].filter((service) => service.cells.length > 1);
  for (const { cells } of matrix) cells.sort((a, b) => compareEnvironments(a.environment, b.environment));
  matrix.sort((a, b) => a.project.localeCompare(b.project) || a.name.localeCompare(b.name));
  const names = new Set(matrix.flatMap((service) => service.cells.map((cell) => cell.environment)));
  return { environments: [...names].sort(compareEnvironments), matrix };
}
