import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { ResourceHealth } from '../../health-status';
import { health } from '../../rules/answer';
import { check } from '../../rules/health-check';
import { otherwise } from '../../rules/answer';
import { conditionsOf, textAt } from '../../rules/read-field';
import { has, hasItems, inCase, is, lacks, when } from '../../rules/when';

/** A failed Job stays failed whatever stands beside it; a suspended one is Suspended only while it is. */
export function assessJob(object: KubernetesObject): ResourceHealth {
  const conditions = conditionsOf(object);
  const failed = conditions.findLast(({ type }) => type === 'Failed');
  if (failed) return health('Degraded', failed.message);
  const ended = conditions.findLast(({ type }) => type === 'Complete' || type === 'Suspended');
  if (!ended) return health('Progressing');
  const isSuspended = conditions.some(({ type, status }) => type === 'Suspended' && status === 'True');
  return health(isSuspended ? 'Suspended' : 'Healthy', ended.message);
}

/** A suspended CronJob is Healthy: it is in the state that was asked for. */
export const assessCronJob = check(
  when(is('spec.suspend', true), 'Healthy', 'CronJob is Suspended'),
  inCase(
    has('status.lastScheduleTime'),
    when(
      lacks('status.lastSuccessfulTime'),
      'Healthy',
      'The CronJob never completed successfully. It may not be healthy',
    ),
    when(
      hasItems('status.active'),
      'Healthy',
      'The job is running. Its last execution may not have been successful',
    ),
    when(
      (object) =>
        (textAt(object, 'status.lastSuccessfulTime') ?? '') <
        (textAt(object, 'status.lastScheduleTime') ?? ''),
      'Degraded',
      'CronJob has not completed its last execution successfully',
    ),
    otherwise('Healthy', 'CronJob has completed its last execution successfully'),
  ),
  when(has('status'), 'Healthy', 'CronJob has not been scheduled yet'),
  otherwise('Progressing', 'Waiting for CronJob'),
);
