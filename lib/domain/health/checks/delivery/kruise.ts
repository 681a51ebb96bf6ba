import { health, otherwise } from '../../rules/answer';
import { conditionsAt, on } from '../../rules/conditions';
import { check, type CheckTable } from '../../rules/health-check';
import { numberAt } from '../../rules/read-field';
import {
  all,
  any,
  areEqual,
  has,
  hasItems,
  inCase,
  is,
  isSet,
  lacks,
  not,
  when,
  type Predicate,
} from '../../rules/when';

const ROLLING = 'spec.updateStrategy.rollingUpdate';
const isObserved = all(has('status'), areEqual('metadata.generation', 'status.observedGeneration'));
const isUpdatedOnce: Predicate = (object) => (numberAt(object, 'metadata.generation') ?? 0) > 1;

/** Whether a partition other than 0 is set; an absent one counts only where the kind has no default for it. */
const hasPartition = (path: string, countsWhenAbsent: boolean): Predicate =>
  all(isUpdatedOnce, not(is(path, ...(countsWhenAbsent ? [0] : [0, undefined]))));

type ReadNumber = (object: unknown) => number;
const number =
  (path: string): ReadNumber =>
  (object) =>
    numberAt(object, path) ?? 0;
const minus =
  (a: ReadNumber, b: ReadNumber): ReadNumber =>
  (object) =>
    a(object) - b(object);
const atLeast =
  (a: ReadNumber, b: ReadNumber): Predicate =>
  (object) =>
    a(object) >= b(object);

const [UPDATED, READY, REPLICAS, PARTITION] = [
  number('status.updatedReplicas'),
  number('status.readyReplicas'),
  number('status.replicas'),
  number(`${ROLLING}.partition`),
];

const INITIALISING = otherwise('Progressing', 'Waiting for initialization');
/** OpenKruise workloads: a pause and a partition both wait for a person. */
export const KRUISE: CheckTable = {
  'apps.kruise.io/CloneSet': check(
    inCase(
      isObserved,
      when(
        any(is('spec.updateStrategy.paused', true), lacks('status.updatedAvailableReplicas')),
        'Suspended',
        'Cloneset is paused',
      ),
      inCase(
        hasPartition('spec.updateStrategy.partition', true),
        when(
          atLeast(UPDATED, number('status.expectedUpdatedReplicas')),
          'Suspended',
          'Cloneset needs manual intervention',
        ),
        INITIALISING,
      ),
      when(
        areEqual('status.updatedAvailableReplicas', 'status.replicas'),
        'Healthy',
        'All Cloneset workloads are ready and updated',
      ),
      otherwise('Degraded', 'Some replicas are not ready or available'),
    ),
    INITIALISING,
  ),
  'apps.kruise.io/StatefulSet': check(
    inCase(
      isObserved,
      when(
        any(is(`${ROLLING}.paused`, true), lacks('status.updatedAvailableReplicas')),
        'Suspended',
        'Statefulset is paused',
      ),
      inCase(
        hasPartition(`${ROLLING}.partition`, true),
        when(
          not(atLeast(minus(REPLICAS, PARTITION), UPDATED)),
          'Suspended',
          'Statefulset needs manual intervention',
        ),
        INITIALISING,
      ),
      when(
        areEqual('status.updatedAvailableReplicas', 'status.replicas'),
        'Healthy',
        'All Statefulset workloads are ready and updated',
      ),
      otherwise('Degraded', 'Some replicas are not ready or available'),
    ),
    INITIALISING,
  ),
  'apps.kruise.io/DaemonSet': check(
    inCase(
      isObserved,
      when(
        any(is(`${ROLLING}.paused`, true), lacks('status.updatedNumberScheduled')),
        'Suspended',
        'Daemonset is paused',
      ),
      inCase(
        hasPartition(`${ROLLING}.partition`, false),
        when(
          not(
            atLeast(
              minus(number('status.desiredNumberScheduled'), PARTITION),
              number('status.updatedNumberScheduled'),
            ),
          ),
          'Suspended',
          'Daemonset needs manual intervention',
        ),
        INITIALISING,
      ),
      inCase(
        areEqual('status.updatedNumberScheduled', 'status.desiredNumberScheduled'),
        when(
          areEqual('status.numberAvailable', 'status.desiredNumberScheduled'),
          'Healthy',
          'All Daemonset workloads are ready and updated',
        ),
        when(
          areEqual('status.numberUnavailable', 'status.desiredNumberScheduled'),
          'Degraded',
          'Some pods are not ready or available',
        ),
      ),
    ),
    INITIALISING,
  ),
  'apps.kruise.io/AdvancedCronJob': check(
    when(
      all(lacks('status.lastScheduleTime'), is('spec.paused', true)),
      'Suspended',
      'AdvancedCronJob is Paused',
    ),
    when(hasItems('status.active'), 'Progressing', 'AdvancedCronJobs has active jobs'),
    when(has('status.lastScheduleTime'), 'Healthy', 'AdvancedCronJobs has run successfully'),
    otherwise('Degraded', 'AdvancedCronJobs has not run successfully'),
  ),
  'apps.kruise.io/BroadcastJob': check(
    when(
      all(is('status.phase', 'completed'), areEqual('status.desired', 'status.succeeded')),
      'Healthy',
      'BroadcastJob is completed successfully',
    ),
    when(all(is('status.phase', 'failed'), not(is('status.failed', 0))), 'Degraded', 'BroadcastJob failed'),
    when(all(is('status.phase', 'paused'), is('spec.paused', true)), 'Suspended', 'BroadcastJob is Paused'),
    otherwise('Progressing', 'BroadcastJob is still running'),
  ),
  'rollouts.kruise.io/Rollout': check(
    inCase(
      isObserved,
      inCase(
        is('status.canaryStatus.currentStepState', 'StepPaused'),
        when(is('status.phase', 'Progressing'), 'Suspended', 'Rollout is Paused need manual intervention'),
        when(is('status.phase', 'Terminating', 'Disabled'), 'Degraded', 'Rollout is Disabled or Terminating'),
      ),
      when(
        all(is('status.canaryStatus.currentStepState', 'Completed'), is('status.phase', 'Healthy')),
        'Healthy',
        'Rollout is Completed',
      ),
    ),
    otherwise('Progressing', 'Rollout is still progressing'),
  ),
  'game.kruise.io/GameServer': check(
    inCase(
      all(has('status'), not(areEqual('status.currentState', 'status.desiredState'))),
      otherwise(
        'Progressing',
        "State change: {status.currentState ?? 'Unknown'} → {status.desiredState ?? 'Unknown'}",
      ),
    ),
    conditionsAt(
      'status.podStatus.conditions',
      on('KruisePodReady!=True', 'Degraded', 'Pod is not ready: {.type}'),
    ),
    when(is('status.currentState', 'Ready'), 'Healthy', 'GameServer is Ready'),
    otherwise('Unknown', 'Waiting for GameServer to be ready'),
  ),
  'game.kruise.io/GameServerSet': check(
    inCase(
      isObserved,
      when(is(`${ROLLING}.paused`, true), 'Suspended', 'GameServerSet is paused'),
      inCase(
        all(isSet(`${ROLLING}.partition`), atLeast(UPDATED, minus(REPLICAS, PARTITION))),
        otherwise('Suspended', `Partition={${ROLLING}.partition}, waiting for manual intervention`),
      ),
      (object) => {
        if (number('status.updatedReadyReplicas')(object) === REPLICAS(object))
          return health('Healthy', 'All GameServerSet replicas are updated and ready');
        const [ready, wanted] = [READY(object), REPLICAS(object)];
        return ready < wanted
          ? health('Progressing', `ReadyReplicas ${ready}/${wanted}, still progressing`)
          : undefined;
      },
    ),
    otherwise('Progressing', 'Waiting for GameServerSet initialization'),
  ),
};
