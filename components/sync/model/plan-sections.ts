import type { PlanTask, SyncPlan } from '@/lib/contracts/sync/sync-plan';
import type { SyncPhase } from '@/lib/domain/application/application-status';

/** A step of the plan in the order it runs. */
export interface PlanSection {
  /** `Sync 2`, `PreSync 0`: also the key of what the run says about it. */
  id: string;
  phase: SyncPhase;
  wave: number;
  /** The only wave of a hook phase needs no number. */
  isOnlyWave: boolean;
  /** Nothing but deletions, after everything else. */
  isPrune: boolean;
  tasks: PlanTask[];
}

/** What the reader sees of a plan: steps with something to do. Hooks for failure are told apart, as they run only then. */
export function planSections(plan: Pick<SyncPlan, 'phases'>): {
  sections: PlanSection[];
  onFailure: PlanTask[];
} {
  const sections: PlanSection[] = [];
  const onFailure: PlanTask[] = [];
  for (const phase of plan.phases) {
    if (phase.phase === 'SyncFail') {
      onFailure.push(...phase.waves.flatMap((wave) => wave.tasks));
      continue;
    }
    for (const { wave, tasks } of phase.waves) {
      const shown = tasks.filter((task) => task.action !== 'unchanged');
      if (shown.length === 0) continue;
      sections.push({
        id: sectionId(phase.phase, wave),
        phase: phase.phase,
        wave,
        isOnlyWave: phase.waves.length === 1,
        isPrune: shown.every((task) => task.action === 'prune'),
        tasks: shown,
      });
    }
  }
  return { sections, onFailure };
}

export function sectionId(phase: SyncPhase, wave: number): string {
  return `${phase} ${wave}`;
}
