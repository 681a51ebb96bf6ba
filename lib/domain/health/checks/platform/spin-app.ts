import { health } from '../../rules/answer';
import type { HealthCheck } from '../../rules/health-check';
import { conditionsOf, numberAt } from '../../rules/read-field';

/** SpinKube: a failed rollout first, then availability, then the number of replicas. */
export const assessSpinApp: HealthCheck = (object) => {
  if (!object.status) return health('Progressing', 'Waiting for status to be available');
  const progress = conditionsOf(object).filter(({ type }) => type === 'Progressing');
  const failed = progress.find(
    ({ status, reason, message = '' }) =>
      status === 'False' && (reason === 'ProgressDeadlineExceeded' || /timeout|failed/i.test(message)),
  );
  if (failed) return health('Degraded', failed.message ?? 'Application deployment has failed');
  const available = conditionsOf(object).findLast(({ type }) => type === 'Available');
  if (available?.status !== 'True')
    return health('Degraded', available ? (available.message ?? 'Application is not available') : '');
  const ready = numberAt(object, 'status.readyReplicas') ?? 0;
  const desired = numberAt(object, 'spec.replicas') ?? 1;
  if (ready < desired) return health('Progressing', `Waiting for replicas to be ready (${ready}/${desired})`);
  const moving = progress.findLast(({ status }) => status === 'True');
  if (moving) return health('Progressing', moving.message ?? 'Application progress status');
  return health('Healthy', `Application is healthy with ${ready}/${desired} replicas ready`);
};
