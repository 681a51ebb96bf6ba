import { otherwise } from '../../rules/answer';
import { conditions, on } from '../../rules/conditions';
import { check, type CheckTable } from '../../rules/health-check';
import { each, phases } from '../../rules/phases';
import { lacks, when } from '../../rules/when';
import { assessRollout } from './rollout';

/** Argo Rollouts, Workflows, Events and ApplicationSets. */
export const ARGO_KINDS: CheckTable = {
  'argoproj.io/Rollout': assessRollout,
  'argoproj.io/AnalysisRun': check(
    when(
      lacks('status'),
      'Progressing',
      'Waiting for analysis run to finish: status has not been reconciled.',
    ),
    phases('status.phase', {
      ...each(['Pending', 'Running'], ['Progressing', 'Analysis run is running']),
      Successful: ['Healthy', "{status.message ?? 'Analysis run completed successfully'}"],
      Failed: ['Degraded', "{status.message ?? 'Analysis run failed'}"],
      Error: ['Degraded', "{status.message ?? 'Analysis run had an error'}"],
      Inconclusive: ['Unknown', "{status.message ?? 'Analysis run was inconclusive'}"],
    }),
  ),
  'argoproj.io/Experiment': check(
    when(lacks('status'), 'Progressing', 'Waiting for experiment to finish: status has not been reconciled.'),
    phases('status.phase', {
      Pending: ['Progressing', 'Experiment is pending'],
      Running: ['Progressing', 'Experiment is running'],
      Successful: ['Healthy', 'Experiment is successful'],
      Failed: ['Degraded', 'Experiment has failed'],
      Error: ['Degraded', 'Experiment had an error'],
    }),
  ),
  'argoproj.io/ApplicationSet': check(
    conditions(on('ErrorOccurred=True', 'Degraded')),
    conditions(on('ResourcesUpToDate=False', 'Degraded')),
    conditions(on('RolloutProgressing=True', 'Progressing')),
    conditions(on('ResourcesUpToDate=True', 'Healthy')),
    otherwise('Progressing', 'Waiting for the status to be reported'),
  ),
  'argoproj.io/CronWorkflow': check(
    conditions(on('SpecError|SubmissionError=True', 'Degraded'), on('Completed=True', 'Healthy')),
    otherwise('Healthy', 'CronWorkflow is healthy.'),
  ),
  'argoproj.io/EventBus': check(
    conditions(
      on('Deployed=False', 'Degraded', '{.message ?? .reason}'),
      on('Deployed=True', 'Healthy', '{.message ?? .reason}'),
    ),
    otherwise('Progressing', 'Waiting for initialization'),
  ),
};
