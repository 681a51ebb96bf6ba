import { otherwise } from '../../rules/answer';
import { conditions, on } from '../../rules/conditions';
import { check, sameFor, type CheckTable } from '../../rules/health-check';
import { phases } from '../../rules/phases';
import { all, hasItems, is, not, when } from '../../rules/when';
import { assessAutoscaler } from './autoscaler';
import { assessWorkflow } from '../argo/workflow';
import { assessJob } from './job';
import { onlyVersions } from './only-versions';
import { assessPod } from './pod';
import { WORKLOADS } from './workloads';

const ADDRESSED = hasItems('status.loadBalancer.ingress');

/** What Argo CD's engine judges without any customisation: workloads, services, storage claims, and Workflows. */
export const CORE_KINDS: CheckTable = {
  ...WORKLOADS,
  Pod: onlyVersions('Pod', ['v1'], assessPod),
  'batch/Job': onlyVersions('Job', ['batch/v1'], assessJob),
  'argoproj.io/Workflow': assessWorkflow,
  'autoscaling/HorizontalPodAutoscaler': onlyVersions(
    'HPA',
    ['autoscaling/v1', 'autoscaling/v2'],
    assessAutoscaler,
  ),
  Service: onlyVersions(
    'Service',
    ['v1'],
    check(when(all(is('spec.type', 'LoadBalancer'), not(ADDRESSED)), 'Progressing'), otherwise('Healthy')),
  ),
  PersistentVolumeClaim: onlyVersions(
    'PersistentVolumeClaim',
    ['v1'],
    check(
      phases('status.phase', { Lost: 'Degraded', Pending: 'Progressing', Bound: 'Healthy' }),
      otherwise('Unknown'),
    ),
  ),
  ...sameFor(
    ['networking.k8s.io/Ingress', 'extensions/Ingress'],
    check(when(ADDRESSED, 'Healthy'), otherwise('Progressing')),
  ),
  'apiregistration.k8s.io/APIService': onlyVersions(
    'APIService',
    ['apiregistration.k8s.io/v1', 'apiregistration.k8s.io/v1beta1'],
    check(
      conditions(
        on('Available=True', 'Healthy', '{.reason}: {.message}'),
        on('Available', 'Progressing', '{.reason}: {.message}'),
      ),
      otherwise('Progressing', 'Waiting to be processed'),
    ),
  ),
};
