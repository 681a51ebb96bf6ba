import { otherwise } from '../../rules/answer';
import { conditions, on, readiness } from '../../rules/conditions';
import { check, sameFor, type CheckTable } from '../../rules/health-check';
import { each, phases } from '../../rules/phases';
import { all, areEqual, any, has, inCase, is, isStale, lacks, when } from '../../rules/when';
import { assessIamRole } from './iam-role';

const sapService = check(
  when(has('metadata.deletionTimestamp'), 'Progressing', 'Resource is being deleted'),
  inCase(
    has('status.conditions'),
    conditions(
      on('*', 'Progressing', 'Waiting for spec update to be observed', {
        where: ({ observedGeneration }, { metadata }) =>
          Boolean(observedGeneration && metadata.generation) && observedGeneration !== metadata.generation,
      }),
      on('Succeeded=False', 'Degraded', "{.message ?? ''}"),
      on('Failed=True', 'Degraded', "{.message ?? ''}"),
    ),
    otherwise('Healthy', 'Ready to use'),
  ),
  otherwise('Progressing', 'Waiting for status'),
);

const isConfigConnector = all(is('kind', 'ConfigConnector', 'ConfigConnectorContext'), has('status.healthy'));

/** Operators that turn objects into resources of a cloud provider. */
export const CLOUD_RESOURCES: CheckTable = {
  '*.services.k8s.aws/*': check(
    conditions(
      on('ACK.Terminal=True', 'Degraded'),
      on('Ready=False', 'Progressing'),
      on('Ready=True', 'Healthy', ''),
    ),
    otherwise('Progressing', 'Waiting for resource to be ready'),
  ),
  '*.cnrm.cloud.google.com/*': check(
    inCase(
      any(lacks('status.observedGeneration'), areEqual('status.observedGeneration', 'metadata.generation')),
      inCase(
        isConfigConnector,
        when(is('status.healthy', true), 'Healthy', '{kind} is healthy'),
        otherwise('Degraded', '{kind} is not healthy'),
      ),
      conditions(
        on('*=True', 'Healthy', '{.message}', { reason: 'UpToDate' }),
        on('*', 'Degraded', '{.message}', { reason: ['UpdateFailed', 'DependencyNotFound'] }),
        on('*', 'Suspended', '{.message}', { reason: 'DependencyNotReady' }),
      ),
    ),
    otherwise('Progressing', 'Update in progress'),
  ),
  'networking.gke.io/ManagedCertificate': check(
    (object) => {
      const domains = (object.status as { domainStatus?: { status?: string }[] } | undefined)?.domainStatus;
      return domains?.some(({ status }) => status === 'FailedNotVisible')
        ? { status: 'Degraded', message: 'At least one certificate has failed to be provisioned' }
        : undefined;
    },
    when(is('status.certificateStatus', 'Active'), 'Healthy', 'All certificates are active'),
    otherwise('Progressing', 'At least one certificate is still being provisioned'),
  ),
  'iammanager.keikoproj.io/Iamrole': assessIamRole,
  ...sameFor(['services.cloud.sap.com/ServiceBinding', 'services.cloud.sap.com/ServiceInstance'], sapService),
  'karpenter.k8s.aws/EC2NodeClass': check(
    conditions(on('Ready=False', 'Degraded'), on('Ready=True', 'Healthy', 'EC2NodeClass is ready')),
    otherwise('Progressing', 'Waiting for EC2NodeClass to be ready'),
  ),
  'karpenter.sh/NodePool': readiness('Waiting for NodePool to be ready'),
  'karpenter.sh/NodeClaim': check(
    when(isStale(), 'Progressing', 'Waiting for NodeClaim spec to be reconciled'),
    conditions(on('Disrupting=True', 'Suspended')),
    conditions(on('Ready=True', 'Healthy'), on('Ready=False', 'Degraded')),
    conditions(on('Initialized=True', 'Progressing', 'Node initialized, waiting for Ready')),
    conditions(on('Registered=True', 'Progressing', 'Node registered, waiting for initialization')),
    conditions(on('Launched=True', 'Progressing', 'Node launched, waiting for registration')),
    otherwise('Progressing', 'Waiting for NodeClaim to be launched'),
  ),
  'core.gardener.cloud/Shoot': check(
    inCase(
      has(['metadata', 'labels', 'shoot.gardener.cloud/status']),
      phases(['metadata', 'labels', 'shoot.gardener.cloud/status'], {
        healthy: ['Healthy', 'Component state: Healthy'],
        progressing: ['Progressing', 'Component state: Update in progress'],
        unhealthy: ['Degraded', 'Component state: Unhealthy'],
        unknown: ['Unknown', 'Component state: Unknown'],
      }),
    ),
    otherwise('Progressing', 'Update in progress'),
  ),
  'tower.ansible.com/AnsibleJob': check(
    phases(
      'status.ansibleJobResult.status',
      {
        successful: 'Healthy',
        ...each(['failed', 'error', 'canceled'], 'Degraded'),
        ...each(['new', 'pending', 'waiting', 'running'], 'Progressing'),
      },
      '{status.ansibleJobResult.status} job - {status.ansibleJobResult.url}',
    ),
    otherwise('Progressing', 'Waiting for AnsibleJob'),
  ),
};
