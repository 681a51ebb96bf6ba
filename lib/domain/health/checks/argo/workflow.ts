import { otherwise } from '../../rules/answer';
import { check } from '../../rules/health-check';
import { each, phases } from '../../rules/phases';
import { lacks, when } from '../../rules/when';

/** Argo Workflows: a workflow without a phase has not been picked up yet. */
export const assessWorkflow = check(
  phases(
    'status.phase',
    {
      ...each(['', 'Pending', 'Running'], 'Progressing'),
      Succeeded: 'Healthy',
      Failed: 'Degraded',
      Error: 'Degraded',
    },
    '{status.message}',
  ),
  when(lacks('status.phase'), 'Progressing', '{status.message}'),
  otherwise('Unknown', '{status.message}'),
);
