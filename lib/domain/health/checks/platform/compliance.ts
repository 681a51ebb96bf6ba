import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { ResourceHealth } from '../../health-status';
import { health, otherwise } from '../../rules/answer';
import { conditions, on } from '../../rules/conditions';
import { check, type CheckTable } from '../../rules/health-check';
import { conditionsOf, itemsAt, textAt } from '../../rules/read-field';
import { all, areEqual, has, hasItems, is, isSet, isStale, lacks, not, when } from '../../rules/when';

const UNREPORTED = 'Waiting for the status to be reported';
const OUTDATED = 'Waiting for the status to be updated';
const isCompliant = is('status.compliant', 'Compliant');

const verdict = (object: KubernetesObject, text?: string): ResourceHealth =>
  health(isCompliant(object) ? 'Healthy' : 'Degraded', text);

/** Open Cluster Management's policies, and Kyverno's. */
export const COMPLIANCE: CheckTable = {
  'policy.open-cluster-management.io/CertificatePolicy': check(
    when(lacks('status.compliant'), 'Progressing', UNREPORTED),
    when(isCompliant, 'Healthy', 'All certificates found comply with the policy'),
    otherwise('Degraded', 'At least once certificate does not comply with the policy'),
  ),
  'policy.open-cluster-management.io/ConfigurationPolicy': check(
    when(lacks('status.compliant'), 'Progressing', UNREPORTED),
    when(not(areEqual('status.lastEvaluatedGeneration', 'metadata.generation')), 'Progressing', OUTDATED),
    when(lacks('status.compliancyDetails'), 'Progressing', 'Waiting for compliance'),
    (object) => {
      const texts = itemsAt(object, 'status.compliancyDetails')
        .flatMap((detail) => conditionsOf(detail, 'conditions'))
        .filter(({ type, message }) => type !== undefined && message !== undefined)
        .map(({ type = '', message = '' }) => `${type} - ${message}`);
      return verdict(object, texts.join('; '));
    },
  ),
  'policy.open-cluster-management.io/OperatorPolicy': check(
    when(lacks('status.conditions'), 'Progressing', UNREPORTED),
    when(isStale(), 'Progressing', OUTDATED),
    conditions(on('Compliant=True', 'Healthy'), on('Compliant', 'Degraded')),
    otherwise('Progressing', 'Waiting for the compliance condition'),
  ),
  'policy.open-cluster-management.io/Policy': check(
    when(isSet('spec.disabled'), 'Healthy', 'Policy is disabled'),
    when(
      all(lacks('status.compliant', 'status.status'), hasItems('status.placement')),
      'Healthy',
      'No clusters match this policy',
    ),
    when(lacks('status.compliant'), 'Progressing', UNREPORTED),
    (object) => verdict(object, describeViolations(object)),
  ),
  'kyverno.io/Policy': check(
    conditions(
      on('Ready=True', 'Healthy', 'Policy is ready', {
        reason: 'Succeeded',
        where: ({ message }) => message === 'Ready',
      }),
    ),
    otherwise('Progressing', 'Waiting for Policy to be ready'),
  ),
};

/** On the hub a policy reports per cluster, on a managed cluster per template. */
function describeViolations(object: KubernetesObject): string | undefined {
  const isHub = has('status.status')(object);
  if (!isHub && !has('status.details')(object)) return undefined;
  const [path, name, noun] = isHub
    ? (['status.status', 'clustername', 'clusters'] as const)
    : (['status.details', 'templateMeta.name', 'templates'] as const);
  const bad = itemsAt(object, path)
    .filter((entry) => textAt(entry, 'compliant') !== 'Compliant')
    .map((entry) => textAt(entry, name) ?? '');
  return bad.length === 0 ? `All ${noun} are compliant` : `NonCompliant ${noun}: ${bad.join(', ')}`;
}
