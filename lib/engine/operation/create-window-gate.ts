import type { Application } from '@/lib/domain/application/application';
import { evaluateWindows } from '@/lib/domain/window/decision/evaluate-windows';
import type { WindowSubject } from '@/lib/domain/window/decision/matches-window';
import type { WindowGate } from './sync-window-gate';

/** What sync windows match an Application by. */
export function windowSubject({ metadata, spec }: Application): WindowSubject {
  const { namespace = '', server = '', name = '' } = spec.destination;
  return { name: metadata.name, destination: { namespace, server, name } };
}

/** Asks the project's sync windows. */
export const askWindows: WindowGate = ({ app, project, now, isManual, startedAt }) => {
  const windows = project.spec.syncWindows ?? [];
  if (windows.length === 0) return { isOpen: true, reason: '' };
  const { allowed, reason } = evaluateWindows(windows, windowSubject(app), now, {
    manual: isManual,
    startedAt,
  });
  return { isOpen: allowed, reason };
};
