import type { SyncWindow } from '@/lib/domain/project/app-project';
import { matchesWindow, type WindowSubject } from '@/lib/domain/window/decision/matches-window';
import { occurrenceAt, occurrencesBetween } from '@/lib/domain/window/schedule/occurrences';
import { parseWindow } from '@/lib/domain/window/schedule/parse-window';

/** What a rule said when a sync was judged. */
export interface JudgedRule {
  window: SyncWindow;
  verdict: 'broken' | 'denies' | 'allows' | 'closed' | 'not-active' | 'no-match';
  /** Why it cannot be read. */
  message?: string;
  /** End of the occurrence that holds, or start of the next. */
  at?: Date;
}

const ORDER: readonly JudgedRule['verdict'][] = [
  'broken',
  'denies',
  'allows',
  'closed',
  'not-active',
  'no-match',
];
const HORIZON_MS = 400 * 86_400_000;

/** Every rule of the project in the order in which it was judged: unreadable, active denies, active allows, closed allows, denies to come, the rest. */
export function judgedRules(windows: readonly SyncWindow[], subject: WindowSubject, now: Date): JudgedRule[] {
  const rules = windows.map((window) => judge(window, subject, now));
  return rules.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}

function judge(window: SyncWindow, subject: WindowSubject, now: Date): JudgedRule {
  if (!matchesWindow(window, subject)) return { window, verdict: 'no-match' };
  const parsed = parseWindow(window);
  if (!parsed.ok) return { window, verdict: 'broken', message: parsed.message };
  const holding = occurrenceAt(parsed.spans, now);
  const isDeny = window.kind === 'deny';
  if (holding) return { window, verdict: isDeny ? 'denies' : 'allows', at: holding.until };
  const [next] = occurrencesBetween(parsed.spans, now, new Date(now.getTime() + HORIZON_MS));
  return { window, verdict: isDeny ? 'not-active' : 'closed', ...(next ? { at: next.from } : {}) };
}
