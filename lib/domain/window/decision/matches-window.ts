import { matchGlob } from '../../glob/match-glob';
import type { SyncWindow } from '../../project/app-project';

/** The Application that windows are asked about. */
export interface WindowSubject {
  /** Without its namespace. */
  name: string;
  destination: {
    namespace: string;
    /** As the Application states them; '' where it does not. */ server: string;
    name: string;
  };
}

/** Whether a window is about an Application: one of its selectors, or with `andOperator` all that it has. */
export function matchesWindow(window: SyncWindow, { name, destination }: WindowSubject): boolean {
  const selectors: [string[] | undefined, string[]][] = [
    [window.applications, [name]],
    [window.namespaces, [destination.namespace]],
    [window.clusters, [destination.server, destination.name].filter((each) => each !== '')],
  ];
  const verdicts = selectors.flatMap(([globs, texts]) =>
    globs && globs.length > 0 ? [globs.some((glob) => texts.some((text) => matchGlob(glob, text)))] : [],
  );
  if (verdicts.length === 0) return false;
  return window.andOperator ? verdicts.every(Boolean) : verdicts.some(Boolean);
}
