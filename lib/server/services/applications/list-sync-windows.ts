import type { RequestContext } from '../../http/request-context';
import { requireApplication, type ApplicationName } from './find-application';

interface ArgoWindow {
  kind: string;
  schedule: string;
  duration: string;
  manualSync: boolean;
}

const DAY_MS = 864e5;

/** Argo CD's answer: rules that match, those that hold now, and whether a person may sync. */
export async function listSyncWindows(
  context: RequestContext,
  input: ApplicationName,
): Promise<{ assignedWindows: ArgoWindow[]; activeWindows: ArgoWindow[]; canSync: boolean }> {
  const { engine, clock } = context.runtime;
  const target = await requireApplication(context, input);
  const now = clock.now();
  const rules = engine.windowRules(target, now, new Date(now.getTime() + DAY_MS));
  const show = ({ kind, schedule, duration, manualSync }: ArgoWindow) => ({
    kind,
    schedule,
    duration,
    manualSync,
  });
  return {
    assignedWindows: rules.map(show),
    activeWindows: rules.filter((rule) => rule.active).map(show),
    canSync: target.facts.window.manualOpen,
  };
}
