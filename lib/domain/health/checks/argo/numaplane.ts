import { otherwise } from '../../rules/answer';
import { conditions, on, type ConditionRow } from '../../rules/conditions';
import { check, type CheckTable, type HealthCheck } from '../../rules/health-check';
import { findCondition } from '../../rules/read-field';
import { all, any, areEqual, is, isSet, lacks, not, when } from '../../rules/when';

interface NumaplaneKind {
  /** What makes a child that is not healthy a failure of the rollout. */
  failure: ConditionRow;
  isProgressive: boolean;
  pausedCondition?: string;
  unknown: string;
}

const isUpgradeFailed = (value: unknown): boolean =>
  findCondition(value, 'ProgressiveUpgradeSucceeded')?.status === 'False';

/** Rollouts of Numaplane: progress first, then failure, then an intended pause. */
function numaplane({ failure, isProgressive, pausedCondition, unknown }: NumaplaneKind): HealthCheck {
  const isUpgrading = any(isSet('status.upgradeInProgress'), is('status.phase', 'Pending'));
  return check(
    when(
      any(lacks('status'), not(areEqual('metadata.generation', 'status.observedGeneration'))),
      'Progressing',
      'Not yet reconciled',
    ),
    when(
      isProgressive ? all(isUpgrading, not(isUpgradeFailed)) : isUpgrading,
      'Progressing',
      'Update in progress',
    ),
    conditions(
      on('ChildResourcesHealthy=False', 'Progressing', 'Child Progressing', { reason: 'Progressing' }),
    ),
    when(is('status.phase', 'Failed'), 'Degraded', '{status.message}'),
    conditions(
      failure,
      ...(isProgressive
        ? [on('ProgressiveUpgradeSucceeded=False', 'Degraded', 'Progressive upgrade failed')]
        : []),
    ),
    conditions(...(pausedCondition === undefined ? [] : [on(`${pausedCondition}=True`, 'Healthy')])),
    conditions(on('ChildResourcesHealthy=True', 'Healthy', 'Healthy')),
    otherwise('Unknown', unknown),
  );
}

const failedChild = (reason: string): ConditionRow =>
  on('ChildResourcesHealthy=False', 'Degraded', '{.message}', { reason });

export const NUMAPLANE: CheckTable = {
  'numaplane.numaproj.io/ISBServiceRollout': numaplane({
    failure: failedChild('ISBSvcFailed'),
    isProgressive: true,
    unknown: 'Unknown status',
  }),
  'numaplane.numaproj.io/MonoVertexRollout': numaplane({
    failure: failedChild('MonoVertexFailed'),
    isProgressive: true,
    pausedCondition: 'MonoVertexPausingOrPaused',
    unknown: 'Unknown MonoVertex status',
  }),
  'numaplane.numaproj.io/NumaflowControllerRollout': numaplane({
    failure: on('ChildResourcesHealthy=False', 'Degraded', '{.message}', { notReason: 'Progressing' }),
    isProgressive: false,
    unknown: 'Unknown status',
  }),
  'numaplane.numaproj.io/PipelineRollout': numaplane({
    failure: failedChild('PipelineFailed'),
    isProgressive: true,
    pausedCondition: 'PipelinePausingOrPaused',
    unknown: 'Unknown Pipeline status',
  }),
};
