import { health, otherwise } from '../../rules/answer';
import { conditions, on } from '../../rules/conditions';
import { check, type CheckTable, type HealthCheck } from '../../rules/health-check';
import { each, phases } from '../../rules/phases';
import { findCondition, itemsAt, textAt } from '../../rules/read-field';
import { has, inCase, is, lacks, startsWith, when } from '../../rules/when';

const READY_NODES = '{status.ready}/{status.size} node(s) are ready';
const UNKNOWN_PERCONA =
  'Cluster status is unknown. Ensure your ArgoCD is current and then check for/file a bug report: https://github.com/argoproj/argo-cd/issues';

function clickHouse(noun: string): HealthCheck {
  return check(
    phases('status.status', {
      Completed: ['Healthy', `${noun} installation completed successfully`],
      InProgress: ['Progressing', `${noun} installation in progress`],
    }),
    when(has('status.status'), 'Degraded', `${noun} status: {status.status}`),
    otherwise('Progressing', `${noun} status not yet available`),
  );
}

/** Atlas' reconcilers put a reason on Ready; one field tells whether work is still going on. */
function atlas(isWorking: (ready: { reason?: string; message?: string }) => boolean): HealthCheck {
  return (object) => {
    const ready = findCondition(object, 'Ready');
    if (!ready) return health('Progressing', 'Waiting for Atlas Operator');
    if (ready.status === 'True') return health('Healthy', ready.reason);
    return health(isWorking(ready) ? 'Progressing' : 'Degraded', ready.reason);
  };
}

const CNPG_PHASES = {
  'Cluster in healthy state': 'Healthy',
  ...each(
    [
      'Setting up primary',
      'Creating a new replica',
      'Upgrading cluster',
      'Waiting for the instances to become active',
      'Promoting to primary cluster',
    ],
    'Progressing',
  ),
  ...each(
    [
      'Switchover in progress',
      'Failing over',
      'Upgrading Postgres major version',
      'Cluster upgrade delayed',
      'Waiting for user action',
      'Primary instance is being restarted in-place',
      'Primary instance is being restarted without a switchover',
      'Cluster cannot execute instance online upgrade due to missing architecture binary',
      'Online upgrade in progress',
      'Applying configuration',
    ],
    'Degraded',
  ),
  ...each(
    [
      'Unable to create required cluster objects',
      'Cluster cannot proceed to reconciliation due to an unknown plugin being required',
      'Cluster has incomplete or invalid image catalog',
      'Cluster is unrecoverable and needs manual intervention',
    ],
    'Suspended',
  ),
} as const;

/** Databases and their operators. */
export const DATABASES: CheckTable = {
  'acid.zalan.do/postgresql': check(
    when(lacks('status.PostgresClusterStatus'), 'Progressing', 'Waiting for postgres cluster status...'),
    phases(
      'status.PostgresClusterStatus',
      { Running: 'Healthy', ...each(['Creating', 'Updating'], 'Progressing') },
      '{status.PostgresClusterStatus}',
    ),
    otherwise('Degraded', '{status.PostgresClusterStatus}'),
  ),
  'postgresql.cnpg.io/Cluster': check(
    when(
      is(['metadata', 'annotations', 'cnpg.io/reconciliationLoop'], 'disabled'),
      'Suspended',
      'Cluster reconciliation is suspended',
    ),
    inCase(
      has('status.conditions'),
      conditions(on('cnpg.io/hibernation=True', 'Suspended'), on('cnpg.io/hibernation', 'Degraded')),
      phases('status.phase', CNPG_PHASES, '{status.phaseReason}'),
      otherwise('Unknown', '{status.phaseReason}'),
    ),
    otherwise('Progressing', '{status.phaseReason}'),
  ),
  'psmdb.percona.com/PerconaServerMongoDB': check(
    when(lacks('status'), 'Unknown', 'Cluster status is unknown'),
    phases(
      'status.state',
      {
        ready: 'Healthy',
        ...each(['initializing', 'stopping'], 'Progressing'),
        error: 'Degraded',
        paused: 'Suspended',
      },
      READY_NODES,
    ),
    otherwise('Unknown', READY_NODES),
  ),
  'pxc.percona.com/PerconaXtraDBCluster': check(
    (object) =>
      is('status.state', 'error')(object)
        ? health('Degraded', `Cluster is on error: ${itemsAt(object, 'status.message').join(', ')}`)
        : undefined,
    phases('status.state', {
      initializing: ['Progressing', READY_NODES],
      ready: ['Healthy', READY_NODES],
      paused: ['Unknown', 'Cluster is paused'],
      stopping: ['Degraded', `Cluster is stopping (${READY_NODES})`],
    }),
    otherwise('Unknown', UNKNOWN_PERCONA),
  ),
  'clickhouse.altinity.com/ClickHouseInstallation': clickHouse('ClickHouse'),
  'clickhouse-keeper.altinity.com/ClickHouseKeeperInstallation': clickHouse('ClickHouseKeeper'),
  'db.atlasgo.io/AtlasMigration': atlas(({ reason }) => reason === 'Reconciling'),
  'db.atlasgo.io/AtlasSchema': atlas(({ message = '' }) => ['Reconciling', 'GettingDevDB'].includes(message)),
  'solr.apache.org/SolrCloud': check(
    when(lacks('status.solrNodes'), 'Progressing', 'Waiting for solr to exist'),
    (object) =>
      itemsAt(object, 'status.solrNodes').every(is('ready', true))
        ? health('Healthy', 'Solr is ready')
        : health('Progressing', 'Not all replicas are ready'),
  ),
  'cassandra.rook.io/Cluster': (object) => {
    const waiting = health('Progressing', 'Waiting for Cassandra Cluster');
    if (!has('status.racks')(object)) return waiting;
    const isShort = itemsAt(object, 'status.racks').some((rack) => {
      const [members, ready] = [textAt(rack, 'members'), textAt(rack, 'readyMembers')];
      return members !== undefined && ready !== undefined && members !== ready;
    });
    return isShort ? waiting : health('Healthy');
  },
  'minio.min.io/Tenant': check(
    phases(
      'status.currentState',
      {
        Initialized: 'Healthy',
        ...each(
          [
            'Statefulset not controlled by operator',
            'Another MinIO Tenant already exists in the namespace',
            'Tenant credentials are not set properly',
            'Different versions across MinIO Pools',
            'Pool Decommissioning Not Allowed',
          ],
          'Degraded',
        ),
      },
      '{status.currentState}',
    ),
    when(has('status.currentState'), 'Progressing', '{status.currentState}'),
    otherwise('Progressing', 'No status info available'),
  ),
};

/** The Kubernetes External Secrets project (before external-secrets.io). */
export const OLD_EXTERNAL_SECRETS: CheckTable = {
  'kubernetes-client.io/ExternalSecret': check(
    when(is('status.status', 'SUCCESS'), 'Healthy', 'Fetched ExternalSecret.'),
    inCase(startsWith('status.status', 'ERROR'), (object) =>
      health('Degraded', textAt(object, 'status.status')?.replaceAll('ERROR, ', '')),
    ),
    otherwise('Progressing', 'Waiting for ExternalSecret.'),
  ),
};
