import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { ResourceHealth } from '../../health-status';
import { health, otherwise } from '../../rules/answer';
import { check, sameFor, type CheckTable } from '../../rules/health-check';
import { conditions, on } from '../../rules/conditions';
import { each, phases } from '../../rules/phases';
import { findCondition, readField, textAt } from '../../rules/read-field';
import { all, has, is, lacks, when } from '../../rules/when';
import { isJsonObject } from '../../../resource/json';

const NO_STATUS = otherwise('Progressing', 'No status available');
const WAITING = when(lacks('status'), 'Progressing', 'Waiting for status to be reported');

const astraRun = check(
  phases('status.state', {
    Completed: ['Healthy', '{kind} Completed'],
    Running: ['Progressing', '{kind} Running'],
  }),
  when(has('status.state'), 'Degraded', '{status.state}'),
  NO_STATUS,
);

/** Storage operators: Rook, NetApp, OpenShift Data Foundation, KubeVirt's importer. */
export const STORAGE: CheckTable = {
  'ceph.rook.io/CephCluster': assessCephCluster,
  'ceph.rook.io/CephObjectStore': check(WAITING, (object) => {
    const phase = textAt(object, 'status.phase');
    const endpoint = textAt(object, 'status.info.endpoint') ?? '';
    const text =
      phase === undefined ? 'Waiting for status to be reported' : `Ceph object store phase is ${phase}`;
    const status = phase === 'Ready' ? 'Healthy' : phase === 'Failure' ? 'Degraded' : 'Progressing';
    return health(status, endpoint === '' ? text : `${text} - endpoint: ${endpoint}`);
  }),
  'objectbucket.io/ObjectBucketClaim': check(
    WAITING,
    when(lacks('status.phase'), 'Progressing', 'Waiting for phase to be reported'),
    phases(
      'status.phase',
      { Bound: 'Healthy', Failed: 'Degraded' },
      'Object bucket claim phase is {status.phase}',
    ),
    otherwise('Progressing', 'Object bucket claim phase is {status.phase}'),
  ),
  'ocs.openshift.io/StorageCluster': (object) => {
    for (const [type, status] of [
      ['Degraded', 'Degraded'],
      ['Progressing', 'Progressing'],
      ['Available', 'Healthy'],
    ] as const) {
      const condition = findCondition(object, type);
      if (condition?.status === 'True') return health(status, condition.message);
    }
    return health('Unknown', 'StorageCluster is in an unknown state.');
  },
  'cdi.kubevirt.io/DataVolume': check(
    phases('status.phase', { Succeeded: 'Healthy', Paused: 'Suspended' }, '{status.phase}'),
    conditions(on('Running=False', 'Degraded', '{.message}', { reason: 'Error' })),
    when(is('status.phase', 'Failed', 'Unknown'), 'Degraded', '{status.phase}'),
    otherwise('Progressing', "{status.phase ?? 'No status available'}"),
  ),
  'astra.netapp.io/AppVault': check(
    phases('status.state', {
      ...each(['available', 'Available'], ['Healthy', '{kind} Available']),
      ...each(['failed', 'Failed'], ['Degraded', '{kind} Failed']),
    }),
    NO_STATUS,
  ),
  'astra.netapp.io/Application': check(
    conditions(
      on('Ready=True', 'Healthy', 'Astra Application Ready, protectionState: {status.protectionState}'),
      on('Ready=False', 'Degraded', 'Astra Application Degraded, message: {.message}'),
    ),
    NO_STATUS,
  ),
  ...sameFor(
    ['Backup', 'ExecHooksRun', 'ResourceBackup', 'ResticVolumeBackup', 'Snapshot'].map(
      (kind) => `astra.netapp.io/${kind}`,
    ),
    astraRun,
  ),
  'astra.netapp.io/ExecHook': check(
    when(is('spec.enabled', true), 'Healthy', '{kind} enabled'),
    when(is('spec.enabled', false), 'Suspended', '{kind} disabled'),
    NO_STATUS,
  ),
  'astra.netapp.io/Schedule': check(
    when(
      has('status.lastScheduleTime'),
      'Healthy',
      'Protection policy lastScheduleTime: {status.lastScheduleTime}',
    ),
    otherwise('Healthy', 'Protection policy not yet executed'),
  ),
  'trident.netapp.io/TridentBackendConfig': check(
    when(
      all(is('status.phase', 'Bound'), is('status.lastOperationStatus', 'Success')),
      'Healthy',
      '{status.message}',
    ),
    when(is('status.lastOperationStatus', 'Failed'), 'Degraded', '{status.message}'),
    otherwise('Progressing', 'Waiting for backend creation'),
  ),
  'trident.netapp.io/TridentOrchestrator': check(
    phases(
      'status.status',
      { Installed: 'Healthy', ...each(['Failed', 'Error'], 'Degraded') },
      '{status.message}',
    ),
    otherwise('Progressing', 'Waiting for trident installation'),
  ),
};

const CEPH_HEALTH = { HEALTH_OK: 'Healthy', HEALTH_WARN: 'Degraded', HEALTH_ERR: 'Degraded' } as const;

/** Ceph's own health first; while it is well, the operator's state decides. All that is known is in the message. */
function assessCephCluster(object: KubernetesObject): ResourceHealth {
  if (!object.status) return health('Progressing', 'Waiting for status to be reported');
  const word = textAt(object, 'status.ceph.health');
  const own = CEPH_HEALTH[word as keyof typeof CEPH_HEALTH] as 'Healthy' | 'Degraded' | undefined;
  const state = textAt(object, 'status.state');
  const isStateAsked = own === 'Healthy' && state !== undefined;
  const texts = [
    word === undefined ? '' : `Ceph health is ${word}${describeDetails(object)}`,
    isStateAsked ? `Ceph cluster state is ${state}` : '',
    textAt(object, 'status.message') ?? '',
  ];
  return health(
    isStateAsked ? ofCephState(state) : (own ?? 'Progressing'),
    texts.filter((text) => text !== '').join(' - '),
  );
}

function ofCephState(state: string): ResourceHealth['status'] {
  if (state === 'Created' || state === 'Connected') return 'Healthy';
  return state === 'Error' ? 'Degraded' : 'Progressing';
}

function describeDetails(object: KubernetesObject): string {
  const details = readField(object, 'status.ceph.details');
  if (!isJsonObject(details)) return '';
  const texts = Object.keys(details)
    .sort()
    .flatMap((name) => textAt(details[name], 'message') ?? []);
  return texts.length > 0 ? ` (${texts.join('; ')})` : '';
}
