import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import type { AppProject, SyncWindow } from '@/lib/domain/project/app-project';
import { matchesWindow, type WindowSubject } from '@/lib/domain/window/decision/matches-window';

/** Applications of one cluster that the same windows are about: one row of the calendar. */
export interface WindowLane {
  id: string;
  cluster: string;
  project: string;
  windows: SyncWindow[];
  applications: ApplicationRow[];
  /** True where another lane has the same cluster, so that its name does not tell them apart. */
  isPart: boolean;
}

export function subjectOf(row: ApplicationRow): WindowSubject {
  const { namespace, server, cluster } = row.destination;
  return { name: row.name, destination: { namespace, server, name: cluster } };
}

/** The windows of its project that are about an application. */
export function windowsOf(row: ApplicationRow, projects: readonly AppProject[]): SyncWindow[] {
  const windows = projects.find((project) => project.metadata.name === row.project)?.spec.syncWindows ?? [];
  return windows.filter((window) => matchesWindow(window, subjectOf(row)));
}

/** Lanes with windows first, then by cluster. */
export function windowLanes(rows: readonly ApplicationRow[], projects: readonly AppProject[]): WindowLane[] {
  const lanes = new Map<string, WindowLane>();
  for (const row of rows) {
    const windows = windowsOf(row, projects);
    const all = projects.find((project) => project.metadata.name === row.project)?.spec.syncWindows ?? [];
    const marks = windows.map((window) => all.indexOf(window));
    const id = `${row.destination.cluster}|${windows.length > 0 ? row.project : ''}|${marks.join(',')}`;
    const lane = lanes.get(id) ?? {
      id,
      cluster: row.destination.cluster,
      project: row.project,
      windows,
      applications: [],
      isPart: false,
    };
    lane.applications.push(row);
    lanes.set(id, lane);
  }
  const list = [...lanes.values()];
  for (const lane of list)
    lane.isPart = list.some((other) => other !== lane && other.cluster === lane.cluster);
  return list.sort(
    (a, b) =>
      Number(b.windows.length > 0) - Number(a.windows.length > 0) ||
      a.cluster.localeCompare(b.cluster) ||
      a.id.localeCompare(b.id),
  );
}
