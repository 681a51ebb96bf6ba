import { canSync, readWindows } from '@/lib/domain/window/decision/can-sync';
import { evaluateWindows } from '@/lib/domain/window/decision/evaluate-windows';
import { matchesWindow } from '@/lib/domain/window/decision/matches-window';
import { validateWindow } from '@/lib/domain/window/decision/validate-window';
import type { SyncWindow } from '@/lib/domain/project/app-project';
import { tryCase } from '../compare-case';
import { readOracle } from '../read-oracle';
import type { Suite } from '../suite';

interface Input {
  app: { name: string; namespace: string; destination: { namespace: string; server: string; name: string } };
  time: string;
  windows: SyncWindow[];
  operationStartTime?: string;
}

export const suite: Suite = {
  name: 'windows',
  run: (folder) =>
    readOracle<Input, object>(folder, 'windows')?.map(({ id, input, expected }) =>
      tryCase(id, expected, () => answer(input)),
    ),
};

function answer({ app, time, windows, operationStartTime }: Input): unknown {
  const now = new Date(time);
  const startedAt = operationStartTime === undefined ? undefined : new Date(operationStartTime);
  const read = readWindows(windows, (window) => matchesWindow(window, app));
  const found = evaluateWindows(windows, app, now, { manual: false });
  const [error] = found.errors;
  const allowError = found.errors.find((each) => windows[each.index]?.kind === 'allow');
  return {
    matches: found.matches,
    ...(error ? { activeError: error.field, canSyncError: error.field } : { active: found.active }),
    ...(allowError ? { inactiveAllowsError: allowError.field } : { inactiveAllows: found.inactiveAllows }),
    canSyncManual: canSync(read, now, { isManual: true, startedAt }).allowed,
    canSyncAuto: canSync(read, now, { isManual: false, startedAt }).allowed,
    validate: windows.map((window) => validateWindow(window).find(isChecked)?.field ?? null),
  };
}

/** Argo CD accepts windows without selectors, which then are about nothing. */
function isChecked({ field }: { field: string }): boolean {
  return field !== 'selectors';
}
