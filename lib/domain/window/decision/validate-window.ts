import type { SyncWindow } from '../../project/app-project';
import { parseWindow } from '../schedule/parse-window';

export interface WindowProblem {
  field: 'kind' | 'schedule' | 'duration' | 'timeZone' | 'description' | 'selectors';
  message: string;
}

const MAX_DESCRIPTION = 255;

/** What is wrong with a window, in the order of its fields; empty when it can be used. */
export function validateWindow(window: SyncWindow): WindowProblem[] {
  const kind: string = window.kind ?? '';
  const problems: WindowProblem[] = [];
  if (kind !== 'allow' && kind !== 'deny') {
    problems.push({ field: 'kind', message: `kind "${kind}" is neither allow nor deny` });
  }
  const parsed = parseWindow(window);
  if (!parsed.ok) problems.push({ field: parsed.field, message: parsed.message });
  if ((window.description ?? '').length > MAX_DESCRIPTION) {
    problems.push({
      field: 'description',
      message: `the description is longer than ${MAX_DESCRIPTION} characters`,
    });
  }
  const selectors = [window.applications, window.namespaces, window.clusters];
  if (selectors.every((each) => !each || each.length === 0)) {
    problems.push({
      field: 'selectors',
      message: 'the window names no applications, namespaces or clusters',
    });
  }
  return problems;
}
