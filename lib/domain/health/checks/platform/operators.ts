import { health, otherwise } from '../../rules/answer';
import { check, type CheckTable, type HealthCheck } from '../../rules/health-check';
import { each, phases } from '../../rules/phases';
import { conditionsOf } from '../../rules/read-field';
import { has, inCase, is, isSet, lacks, when } from '../../rules/when';
import { assessSubscription } from './operator-subscription';
import { assessSparkApplication } from '../data/spark';

/** KEDA: the message is that of the last condition that had something to say. */
function keda(degrading: readonly string[], waiting: string): HealthCheck {
  return (object) => {
    const telling = conditionsOf(object).filter(({ type = '', status = '' }) =>
      ['Ready=True', 'Ready=False', 'Paused=True', ...degrading].includes(`${type}=${status}`),
    );
    const says = (...patterns: string[]): boolean =>
      telling.some(({ type = '', status = '' }) => patterns.includes(`${type}=${status}`));
    const text = telling.at(-1)?.message;
    if (says('Ready=False', ...degrading)) return health('Degraded', text);
    if (!says('Ready=True')) return health('Progressing', waiting);
    return health(says('Paused=True') ? 'Suspended' : 'Healthy', text);
  };
}

/** Operators that stand for themselves. */
export const OPERATORS: CheckTable = {
  'operators.coreos.com/Subscription': assessSubscription,
  'keda.sh/ScaledJob': keda(['Ready=Unknown'], 'Waiting for ScaledJob'),
  'keda.sh/ScaledObject': keda(['Fallback=True'], 'Creating HorizontalPodAutoscaler Object'),
  'sparkoperator.k8s.io/SparkApplication': assessSparkApplication,
  'flink.apache.org/FlinkDeployment': check(
    inCase(
      has('status.reconciliationStatus'),
      when(isSet('status.reconciliationStatus.success'), 'Healthy'),
      when(is('status.reconciliationStatus.state', 'DEPLOYED'), 'Healthy'),
      phases('status.jobManagerDeploymentStatus', {
        ...each(['DEPLOYED_NOT_READY', 'DEPLOYING'], ['Progressing', 'Waiting for deploying']),
        ERROR: ['Degraded', '{status.reconciliationStatus.error}'],
      }),
    ),
    otherwise('Progressing', 'Waiting for Flink operator'),
  ),
  'k8s.keycloak.org/Keycloak': check(
    when(lacks('status.conditions'), 'Progressing', 'Waiting for Keycloak status conditions to exist'),
    (object) => {
      // The oldest verdict counts, in the order in which the conditions came to hold.
      const since = (time: string | undefined): string => time ?? '\uffff';
      const [first] = conditionsOf(object)
        .filter(({ type, status }) => status === 'True' && (type === 'Ready' || type === 'HasErrors'))
        .sort((a, b) => (since(a.lastTransitionTime) < since(b.lastTransitionTime) ? -1 : 1));
      if (!first) return health('Progressing', '');
      return first.type === 'Ready'
        ? health('Healthy', '')
        : health('Degraded', `Has Errors: ${first.message ?? ''}`);
    },
  ),
  'opentelemetry.io/OpenTelemetryCollector': check(
    inCase(has('status.scale.statusReplicas'), (object) => ofReplicas(object)),
    inCase(
      has('status'),
      when(is('spec.mode', 'sidecar'), 'Healthy', 'Collector is running in sidecar mode'),
      otherwise('Progressing', 'Scale status not available'),
    ),
    otherwise('Progressing', 'Waiting for OpenTelemetry Collector status'),
  ),
  'core.humio.com/HumioCluster': check(
    phases('status.state', {
      Running: ['Healthy', "{status.message ?? 'Cluster is in a healthy running state'}"],
      Restarting: ['Progressing', "{status.message ?? 'Cluster pods are being restarted'}"],
      Upgrading: ['Progressing', "{status.message ?? 'Cluster pods are being upgraded'}"],
      ConfigError: [
        'Degraded',
        "{status.message ?? 'User-provided cluster specification resulted in a configuration error'}",
      ],
      Pending: ['Progressing', "{status.message ?? 'Cluster is waiting on resources to be provisioned'}"],
      Unknown: ['Unknown', "{status.message ?? 'Component state: Unknown.'}"],
    }),
    otherwise('Progressing', 'Update in progress'),
  ),
  ...Object.fromEntries(
    ['Action', 'Alert', 'IngestToken', 'Parser', 'Repository', 'View'].map((kind) => [
      `core.humio.com/Humio${kind}`,
      check(
        phases('status.state', {
          Exists: ['Healthy', 'Component state: Exists.'],
          NotFound: ['Missing', 'Component state: NotFound.'],
          ConfigError: ['Degraded', 'Component state: ConfigError.'],
          Unknown: ['Unknown', 'Component state: Unknown.'],
        }),
        otherwise('Progressing', 'Update in progress'),
      ),
    ]),
  ),
};

/** `ready/total`; a DaemonSet without a fitting node is as good as it can be. */
const ofReplicas: HealthCheck = (object) => {
  const text = String((object.status as { scale: { statusReplicas: unknown } }).scale.statusReplicas);
  const [, ready, total] = /(\d+)\/(\d+)/.exec(text) ?? [];
  if (ready === undefined || total === undefined)
    return health('Progressing', `Unable to parse replica status: ${text}`);
  if (Number(ready) > 0)
    return Number(ready) === Number(total)
      ? health('Healthy', 'All replicas are ready')
      : health('Progressing', 'Replicas are starting up');
  return is('spec.mode', 'daemonset')(object) && Number(total) === 0
    ? health('Healthy', 'DaemonSet has no eligible nodes (0/0)')
    : health('Degraded', 'No replicas are ready');
};
