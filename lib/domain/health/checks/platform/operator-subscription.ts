import type { KubernetesObject } from '../../../resource/kubernetes-object';
import { health } from '../../rules/answer';
import type { HealthCheck } from '../../rules/health-check';
import { conditionsOf, textAt, type Condition } from '../../rules/read-field';
import { has, is } from '../../rules/when';

const UNHEALTHY = ['CatalogSourcesUnhealthy', 'InstallPlanFailed', 'ResolutionFailed'];

/**
 * OLM Subscriptions. An upgrade that waits for a person's approval does not make the installed version unhealthy.
 */
export const assessSubscription: HealthCheck = (object) => {
  if (!has('status.conditions')(object))
    return health('Progressing', 'An install plan for a subscription is pending installation');
  const isApprovalOpen = waitsForApproval(object);
  const counted = conditionsOf(object)
    .map((condition, index) => ({ condition, index }))
    .filter(({ condition }) => !(isApprovalOpen && condition.type === 'InstallPlanPending'));
  const state = describeState(textAt(object, 'status.state'), isApprovalOpen);
  const lines = counted.map(
    ({ condition: { type = '', status = '' }, index }) => `${index + 1}: ${type} | ${status}\n`,
  );
  const verdicts = [...counted.map(({ condition }) => judge(condition)), state.verdict];
  const text = lines.join('') + state.text;
  if (verdicts.includes('degraded')) return health('Degraded', text);
  return health(verdicts.includes('pending') ? 'Progressing' : 'Healthy', text);
};

type Verdict = 'degraded' | 'pending' | undefined;

function waitsForApproval(object: KubernetesObject): boolean {
  const isAsked = conditionsOf(object).some(
    ({ type, status, reason }) =>
      type === 'InstallPlanPending' && status === 'True' && reason === 'RequiresApproval',
  );
  return is('spec.installPlanApproval', 'Manual')(object) && isAsked && has('status.installedCSV')(object);
}

function judge({ type = '', status, reason }: Condition): Verdict {
  if (type === 'InstallPlanPending' && status === 'True') return 'pending';
  if (type === 'InstallPlanMissing' && reason !== 'ReferencedInstallPlanNotFound') return 'degraded';
  return UNHEALTHY.includes(type) && status === 'True' ? 'degraded' : undefined;
}

function describeState(
  state: string | undefined,
  isApprovalOpen: boolean,
): { text: string; verdict: Verdict } {
  if (state === undefined) return { text: '.status.state not yet known\n', verdict: 'pending' };
  const text = `.status.state is '${state}'\n`;
  if (state === 'UpgradePending' && isApprovalOpen)
    return {
      text: ".status.state is 'UpgradePending' (manual InstallPlan approval pending; treated as healthy)\n",
      verdict: undefined,
    };
  if (['', 'UpgradeAvailable', 'UpgradePending'].includes(state)) return { text, verdict: 'pending' };
  return { text, verdict: state === 'UpgradeFailed' ? 'degraded' : undefined };
}
