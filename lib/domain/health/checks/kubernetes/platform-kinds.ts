import { otherwise } from '../../rules/answer';
import { conditions, note, on } from '../../rules/conditions';
import { check, sameFor, type CheckTable } from '../../rules/health-check';
import { has, hasItems, inCase, is, not, when } from '../../rules/when';
import { assessCronJob } from './job';

const snapshot = check(
  when(is('status.readyToUse', true), 'Healthy', 'Ready to use'),
  when(has('status.error'), 'Degraded', '{status.error.message}'),
  otherwise('Progressing', 'Waiting for status'),
);

/** Further kinds of Kubernetes itself, judged as Argo CD's collection of customisations does. */
export const PLATFORM_KINDS: CheckTable = {
  'batch/CronJob': assessCronJob,
  'apiextensions.k8s.io/CustomResourceDefinition': check(
    when(has('metadata.deletionTimestamp'), 'Progressing', 'CRD is terminating'),
    when(not(hasItems('status.conditions')), 'Progressing', 'Status conditions not found'),
    conditions(
      on('Terminating=True', 'Progressing', 'CRD is terminating: {.message}'),
      on('NamesAccepted=False', 'Degraded', 'CRD names have not been accepted: {.message}'),
      on('NonStructuralSchema=True', 'Degraded', 'Schema violations found: {.message}'),
      note('Established=True', 'Healthy', 'CRD is healthy'),
      on('Established', 'Progressing', 'CRD is being installed', { reason: 'Installing' }),
    ),
    otherwise('Degraded', 'CRD is not established'),
  ),
  'policy/PodDisruptionBudget': check(
    inCase(
      has('status'),
      conditions(
        on('*=False', 'Degraded', 'PodDisruptionBudget has {.reason}', { notReason: 'InsufficientPods' }),
        note('*', 'Healthy', 'PodDisruptionBudget has {.reason}'),
      ),
    ),
    otherwise('Progressing', 'Waiting for status'),
  ),
  ...sameFor(
    ['snapshot.storage.k8s.io/VolumeSnapshot', 'snapshot.storage.k8s.io/VolumeSnapshotContent'],
    snapshot,
  ),
};
