import type { KubernetesObject } from '../../resource/kubernetes-object';
import { itemsAt, textAt } from '../../health/rules/read-field';
import { is, isSet, not } from '../../health/rules/when';
import type { ActionTable, RunDefinition } from '../action-definition';
import { annotation, editIf, patch, remove, set, stamp } from '../edits/edit';
import { readNumber } from '../edits/read-number';

const RECONCILIATION = annotation('cnpg.io/reconciliationLoop');
const isCnpgSuspended = is(RECONCILIATION, 'disabled');
const healthyOf = (object: KubernetesObject): string[] =>
  itemsAt(object, 'status.instancesStatus.healthy').map(String);

/** `any` takes the next healthy instance after the primary; otherwise an instance's name or its number. */
function pickInstance(object: KubernetesObject, wanted: string): string | undefined {
  const healthy = healthyOf(object);
  if (wanted === 'any') {
    const primary = healthy.indexOf(textAt(object, 'status.currentPrimary') ?? '');
    return primary < 0 ? healthy[0] : healthy[(primary + 1) % healthy.length];
  }
  const isNumber = readNumber(wanted) !== undefined;
  const name = isNumber ? `${object.metadata.name ?? ''}-${wanted}` : wanted;
  return healthy.find((each) => each === name);
}

const promote: RunDefinition = (object, context) => {
  const wanted = context.params.instance ?? 'any';
  const chosen = pickInstance(object, wanted);
  if (chosen === undefined) {
    const message = `Could not find a healthy instance matching the criteria: ${wanted}`;
    return { ok: false, reason: 'failed', message };
  }
  return patch(
    set('status.targetPrimary', chosen),
    stamp('status.targetPrimaryTimestamp'),
    set('status.phase', 'Switchover in progress'),
    set('status.phaseReason', `Switching over to ${chosen}`),
  )(object, context);
};

const isSuspended = isSet('spec.suspend');
const isPaused = is('spec.pause', true);

export const DATABASE_ACTIONS: ActionTable = {
  'postgresql.cnpg.io/Cluster': [
    {
      name: 'restart',
      iconClass: 'fa fa-fw fa-recycle',
      displayName: 'Rollout restart Cluster',
      run: patch(stamp(annotation('kubectl.kubernetes.io/restartedAt'))),
    },
    {
      name: 'reload',
      iconClass: 'fa fa-fw fa-rotate-right',
      displayName: 'Reload all Configuration',
      run: patch(stamp(annotation('cnpg.io/reloadedAt'))),
    },
    {
      name: 'promote',
      iconClass: 'fa fa-fw fa-angles-up',
      displayName: 'Promote Replica to Primary',
      isDisabled: (object) => healthyOf(object).length < 2,
      params: () => [{ name: 'instance', default: 'any' }],
      run: promote,
    },
    {
      name: 'resume',
      iconClass: 'fa fa-fw fa-play',
      displayName: 'Resume Reconciliation',
      isOffered: isCnpgSuspended,
      run: patch(remove(RECONCILIATION)),
    },
    {
      name: 'suspend',
      iconClass: 'fa fa-fw fa-pause',
      displayName: 'Suspend Reconciliation',
      isOffered: not(isCnpgSuspended),
      run: patch(set(RECONCILIATION, 'disabled')),
    },
  ],
  'k8s.mariadb.com/MariaDB': [
    {
      name: 'resume',
      iconClass: 'fa fa-fw fa-play',
      displayName: 'Resume',
      isOffered: isSuspended,
      run: patch(editIf(isSuspended, set('spec.suspend', false))),
    },
    {
      name: 'suspend',
      iconClass: 'fa fa-fw fa-pause',
      displayName: 'Suspend',
      isOffered: not(isSuspended),
      run: patch(set('spec.suspend', true)),
    },
  ],
  'psmdb.percona.com/PerconaServerMongoDB': [
    {
      name: 'pause',
      iconClass: 'fa fa-fw fa-pause-circle',
      isDisabled: isPaused,
      run: patch(set('spec.pause', true)),
    },
    {
      name: 'unpause',
      iconClass: 'fa fa-fw fa-play-circle',
      isDisabled: not(isPaused),
      run: patch(set('spec.pause', false)),
    },
  ],
};
