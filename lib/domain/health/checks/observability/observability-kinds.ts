import { health, otherwise } from '../../rules/answer';
import { conditions, note, on } from '../../rules/conditions';
import { check, sameFor, type CheckTable, type HealthCheck } from '../../rules/health-check';
import { phases } from '../../rules/phases';
import { conditionsOf } from '../../rules/read-field';
import { any, all, is, isSet, isStale, lacks, when } from '../../rules/when';

/** Grafana's conditions, each told in turn until one does not hold. */
const grafanaContent: HealthCheck = (object) => {
  const told = conditionsOf(object).filter(({ status }) => status !== undefined);
  const failing = told.findIndex(({ status }) => status === 'False');
  const considered = failing < 0 ? told : told.slice(0, failing + 1);
  const text = considered
    .map(({ type, reason, message }) => {
      if (reason === undefined) return '';
      const subject = type === undefined ? '' : ` for ${type}`;
      return reason + subject + (type === undefined || message === undefined ? '' : ` because ${message}`);
    })
    .reduce((joined, part) => (joined === '' ? part : `${joined}, ${part}`), '');
  if (failing >= 0) return health('Degraded', text);
  return health(considered.some(({ status }) => status === 'True') ? 'Healthy' : 'Progressing', text);
};

const coralogix = check(
  conditions(on('RemoteSynced=True', 'Healthy', 'Resource is ready'), on('RemoteSynced=False', 'Degraded')),
  otherwise('Progressing', 'Waiting for status to be updated'),
);

const victoriaMetrics = check(
  when(lacks('status'), 'Progressing', 'Waiting for the operator to reconcile'),
  when(isStale(), 'Progressing', 'Waiting for the operator to reconcile'),
  when(is('status.updateStatus', 'operational'), 'Healthy', 'All components are operational'),
  // The operator's own reason where it gives one; an empty one says nothing.
  when(all(is('status.updateStatus', 'expanding'), isSet('status.reason')), 'Progressing', '{status.reason}'),
  when(all(is('status.updateStatus', 'paused'), isSet('status.reason')), 'Suspended', '{status.reason}'),
  when(all(is('status.updateStatus', 'failed'), isSet('status.reason')), 'Degraded', '{status.reason}'),
  phases('status.updateStatus', {
    expanding: ['Progressing', 'Reconciliation in progress'],
    paused: ['Suspended', 'Reconciliation is paused'],
    failed: ['Degraded', 'Reconciliation failed'],
  }),
  otherwise('Progressing', 'Waiting for the operator to report status'),
);

/** Metrics, logs, traces, dashboards and alerts. */
export const OBSERVABILITY: CheckTable = {
  'monitoring.coreos.com/Prometheus': check(
    conditions(
      note('Available=True', 'Healthy', 'All instances are available'),
      note('Available', 'Progressing', '{.message ?? .reason}', { reason: 'SomePodsNotReady' }),
      note('Available', 'Degraded', '{.message ?? .reason}'),
    ),
    otherwise('Progressing', 'Waiting for initialization'),
  ),
  'grafana.integreatly.org/Grafana': check(
    when(lacks('status.stageStatus'), 'Progressing', 'Waiting for Grafana status info'),
    when(is('status.stageStatus', 'failed'), 'Degraded', 'Failed at stage {status.stage}'),
    when(all(is('status.stage', 'complete'), is('status.stageStatus', 'success')), 'Healthy', ''),
    otherwise('Progressing', '{status.stage}'),
  ),
  ...sameFor(
    ['grafana.integreatly.org/GrafanaDashboard', 'grafana.integreatly.org/GrafanaFolder'],
    grafanaContent,
  ),
  'grafana.integreatly.org/GrafanaDatasource': check(
    when(any(lacks('status'), is('status.uid', '')), 'Progressing', ''),
    when(isSet('status.NoMatchingInstances'), 'Degraded', "can't find matching grafana instance"),
    otherwise('Healthy', ''),
  ),
  'grafana-org-operator.kubitus-project.gitlab.io/*': check(
    conditions(on('Ready=False', 'Degraded'), on('Ready=True', 'Healthy'), on('Ready', 'Progressing')),
    otherwise('Progressing', 'Waiting ...'),
  ),
  ...sameFor(['coralogix.com/Alert', 'coralogix.com/RecordingRuleGroupSet'], coralogix),
  'operator.victoriametrics.com/*': victoriaMetrics,
  'datadoghq.com/DatadogMetric': check(
    conditions(
      on('Error=True', 'Degraded', "{.reason}: {.message ?? 'DatadogMetric reported an error'}", {
        where: isSet('reason'),
      }),
      on('Error=True', 'Degraded', "{.message ?? 'DatadogMetric reported an error'}"),
    ),
    conditions(on('Valid=False', 'Degraded', "{.message ?? 'DatadogMetric is not valid'}")),
    otherwise('Healthy', 'DatadogMetric is healthy'),
  ),
  'jaegertracing.io/Jaeger': check(
    phases('status.phase', {
      Running: ['Healthy', 'Jaeger is Running'],
      Failed: ['Degraded', 'Jaeger Failed For Some Reason'],
    }),
    otherwise('Progressing', 'Waiting for Jaeger'),
  ),
  'kiali.io/Kiali': check(
    conditions(
      on('Successful=True', 'Healthy'),
      on('Failure=True', 'Degraded'),
      on('Running', 'Progressing', '{.message}', { reason: 'Running' }),
    ),
    otherwise('Progressing', 'Waiting for Kiali'),
  ),
};
