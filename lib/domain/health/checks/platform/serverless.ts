import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { ResourceHealth } from '../../health-status';
import { health, otherwise } from '../../rules/answer';
import { conditions, matcherOf, on, readiness } from '../../rules/conditions';
import { check, type CheckTable, type HealthCheck } from '../../rules/health-check';
import { conditionsOf, numberAt, textAt, type Condition } from '../../rules/read-field';
import { has } from '../../rules/when';
import { assessSpinApp } from './spin-app';

const matching = (object: KubernetesObject, patterns: readonly string[]): Condition[] => {
  const tests = patterns.map((pattern) => matcherOf(pattern));
  return conditionsOf(object).filter((condition) => tests.some((test) => test(condition, object)));
};

/** Knative's operators: all of the named conditions must hold, and none may be open. */
function knativeOperator(kind: string, needed: readonly string[], blocking: readonly string[]): HealthCheck {
  return (object) => {
    if (!has('status.conditions')(object)) return health('Progressing', `Waiting for ${kind}`);
    const listing = conditionsOf(object)
      .map(({ type = '', status = '' }, index) => `${index + 1}: ${type} | ${status}\n`)
      .join('');
    if (matching(object, [...blocking.map((type) => `${type}=False`), '*=Unknown']).length > 0)
      return health('Progressing', listing);
    return matching(
      object,
      needed.map((type) => `${type}=True`),
    ).length === needed.length
      ? health('Healthy', `${kind} is healthy.`)
      : health('Degraded', listing);
  };
}

/** Knative, KServe, OpenFaaS, Spin and Camel K. */
export const SERVERLESS: CheckTable = {
  'operator.knative.dev/KnativeEventing': knativeOperator(
    'KnativeEventing',
    ['Ready', 'InstallSucceeded'],
    ['Ready'],
  ),
  'operator.knative.dev/KnativeServing': knativeOperator(
    'KnativeServing',
    ['Ready', 'InstallSucceeded', 'DependenciesInstalled', 'DeploymentsAvailable'],
    ['Ready', 'DeploymentsAvailable'],
  ),
  'serving.knative.dev/Service': assessKnativeService,
  'serving.kserve.io/InferenceService': assessInferenceService,
  'openfaas.com/Function': check(
    conditions(
      on('Ready=False', 'Degraded'),
      on('Stalled=True', 'Degraded'),
      on('Ready=True', 'Healthy', '{.message}', {
        where: (_, object) => (numberAt(object, 'status.replicas') ?? 0) > 0,
      }),
      on('Ready=True', 'Suspended', 'No replicas available'),
    ),
    otherwise('Progressing', 'Waiting for Function'),
  ),
  'core.spinkube.dev/SpinApp': assessSpinApp,
  'camel.apache.org/Integration': readiness('Waiting for Integration'),
};

function assessKnativeService(object: KubernetesObject): ResourceHealth {
  if (!has('status.conditions')(object)) return health('Progressing', 'Waiting for status update.');
  const open = matching(object, ['*=False', '*=Unknown']);
  const good = matching(object, ['ConfigurationsReady|RoutesReady|Ready=True']).length;
  if (good === 3 && open.length === 0) return health('Healthy', 'Knative Service is healthy.');
  const text = open
    .map(({ type = '', status = '', reason, message }) => {
      const because = reason ? `, since ${reason}.` : '';
      return `${type} is ${status}${because}${message ? ` ${message}` : ''}\n`;
    })
    .join('');
  return health(open.some(({ status }) => status === 'False') ? 'Degraded' : 'Progressing', text);
}

function assessInferenceService(object: KubernetesObject): ResourceHealth {
  const waiting = health('Progressing', 'Waiting for InferenceService to report status...');
  const list = conditionsOf(object);
  if (!has('status.conditions')(object)) return waiting;
  if (matching(object, ['Stopped=True']).length > 0)
    return health('Suspended', 'InferenceService is Stopped');
  const transition = has('status.modelStatus')(object)
    ? (textAt(object, 'status.modelStatus.transitionStatus') ?? '')
    : 'UpToDate';
  const open = list
    .map((condition, index) => ({ condition, index }))
    .filter(({ condition: { type, status } }) => status !== 'True' && type !== 'Stopped');
  const hasUnknown = list.some(({ status }) => status === 'Unknown');
  const hasFalse = list.some(({ type, status }) => status === 'False' && type !== 'Stopped');
  if (transition === 'UpToDate' && !hasUnknown && !hasFalse)
    return health('Healthy', 'InferenceService is healthy.');
  const isDegraded = transition !== 'UpToDate' && transition !== 'InProgress';
  const parts = open.map(({ condition: { type = '', status = '', reason, message }, index }) =>
    [` | ${index + 1}: ${type}`, status, ...[reason, message].filter(Boolean)].join(' | '),
  );
  const model = transition === 'UpToDate' ? '' : `0: transitionStatus | ${transition}`;
  return health(isDegraded ? 'Degraded' : 'Progressing', model + parts.join(''));
}
