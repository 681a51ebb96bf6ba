import { otherwise } from '../../rules/answer';
import { check, type CheckTable, type HealthCheck } from '../../rules/health-check';
import { phases } from '../../rules/phases';
import { has, is, isSet, when } from '../../rules/when';

/** Keptn's lifecycle objects end in Succeeded or Failed. */
function lifecycle(kind: string, path: string): HealthCheck {
  return check(
    phases(path, {
      Succeeded: ['Healthy', `${kind} is healthy`],
      Failed: ['Degraded', `${kind} is degraded`],
    }),
    otherwise('Progressing', `${kind} is progressing`),
  );
}

const LIFECYCLE = {
  KeptnAppVersion: 'status.status',
  KeptnEvaluation: 'status.overallStatus',
  KeptnTask: 'status.status',
  KeptnWorkloadInstance: 'status.status',
  KeptnWorkloadVersion: 'status.status',
};

export const KEPTN: CheckTable = {
  ...Object.fromEntries(
    Object.entries(LIFECYCLE).map(([kind, path]) => [`lifecycle.keptn.sh/${kind}`, lifecycle(kind, path)]),
  ),
  'metrics.keptn.sh/Analysis': check(
    when(is('status.pass', true), 'Healthy', 'Analysis is healthy'),
    when(is('status.warning', true), 'Healthy', 'Analysis is healthy with warnings'),
    when(is('status.pass', false), 'Degraded', 'Analysis is degraded'),
    otherwise('Progressing', 'Analysis is progressing'),
  ),
  'metrics.keptn.sh/KeptnMetric': check(
    when(isSet('status.errMsg'), 'Degraded', 'KeptnMetric is degraded'),
    when(has('status.value'), 'Healthy', 'KeptnMetric is healthy'),
    otherwise('Progressing', 'KeptnMetric is progressing'),
  ),
};
