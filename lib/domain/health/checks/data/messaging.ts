import type { KubernetesObject } from '../../../resource/kubernetes-object';
import type { ResourceHealth } from '../../health-status';
import { health, otherwise } from '../../rules/answer';
import { conditions, on } from '../../rules/conditions';
import { check, type CheckTable, type HealthCheck } from '../../rules/health-check';
import { phases } from '../../rules/phases';
import { findCondition, itemsAt, numberAt, textAt } from '../../rules/read-field';
import { all, any, areEqual, has, inCase, is, lacks, not, when } from '../../rules/when';

function strimzi(waiting: string, toleratedReason?: string): HealthCheck {
  const options = toleratedReason === undefined ? {} : { notReason: toleratedReason };
  return check(
    conditions(on('NotReady=True', 'Degraded', '{.message}', options), on('Ready=True', 'Healthy', '')),
    otherwise('Progressing', `Waiting for ${waiting}`),
  );
}

function rabbitTopology(noun: string): HealthCheck {
  return check(
    conditions(
      on('Ready=True', 'Healthy', `RabbitMQ ${noun} ready`, { reason: 'SuccessfulCreateOrUpdate' }),
      on('Ready=False', 'Degraded', `RabbitMQ ${noun} failed to be created or updated`, {
        reason: 'FailedCreateOrUpdate',
      }),
    ),
    otherwise('Unknown', `RabbitMQ ${noun} status is unknown`),
  );
}

function confluent(noun: string): HealthCheck {
  return check(
    phases('status.phase', {
      RUNNING: ['Healthy', `${noun} running`],
      PROVISIONING: ['Progressing', `${noun} provisioning`],
    }),
    otherwise('Progressing', `Waiting for ${noun}`),
  );
}

const table = (group: string, kinds: readonly string[], make: (kind: string) => HealthCheck): CheckTable =>
  Object.fromEntries(kinds.map((kind) => [`${group}/${kind}`, make(kind)]));

/** Brokers, streams and what lives on them. */
export const MESSAGING: CheckTable = {
  'kafka.strimzi.io/Kafka': strimzi('Kafka Cluster', 'Creating'),
  'kafka.strimzi.io/KafkaConnect': strimzi('Kafka Connect'),
  'kafka.strimzi.io/KafkaTopic': strimzi('Kafka Topic'),
  'kafka.strimzi.io/KafkaUser': strimzi('Kafka User'),
  ...table('kafka.strimzi.io', ['KafkaBridge', 'KafkaConnector'], (kind) => strimzi(kind)),
  ...table(
    'rabbitmq.com',
    ['Binding', 'Exchange', 'Permission', 'Policy', 'Queue', 'Shovel', 'User', 'Vhost'],
    (kind) => rabbitTopology(kind.toLowerCase()),
  ),
  'rabbitmq.com/RabbitmqCluster': assessRabbitCluster,
  ...table(
    'platform.confluent.io',
    ['Connect', 'ControlCenter', 'Kafka', 'KsqlDB', 'SchemaRegistry', 'Zookeeper'],
    confluent,
  ),
  'platform.confluent.io/Connector': check(
    when(
      all(
        is('status.state', 'CREATED'),
        is('status.connectorState', 'RUNNING'),
        lacks('status.failedTasksCount'),
      ),
      'Healthy',
      'Connector running',
    ),
    when(
      is('status.state', 'ERROR'),
      'Degraded',
      "{status.conditions.0.message ?? 'No conditions available'}",
    ),
    inCase(has('status.state'), (object) =>
      (numberAt(object, 'status.failedTasksCount') ?? 0) > 0
        ? health('Degraded', 'Connector has failed tasks')
        : undefined,
    ),
    otherwise('Progressing', 'Waiting for Kafka Connector'),
  ),
  'kafka.banzaicloud.io/KafkaCluster': assessKafkaCluster,
  'zookeeper.pravega.io/ZookeeperCluster': check(
    when(
      all(
        has('status'),
        not(is('status.readyReplicas', 0)),
        areEqual('status.readyReplicas', 'status.replicas'),
      ),
      'Healthy',
      'All ZK Nodes have joined the ensemble',
    ),
    otherwise('Progressing', 'Waiting for ZK Nodes to join the ensemble'),
  ),
};

function assessRabbitCluster(object: KubernetesObject): ResourceHealth {
  const reconciled = findCondition(object, 'ReconcileSuccess');
  if (reconciled?.status === 'False') return health('Degraded', reconciled.message);
  const available = findCondition(object, 'ClusterAvailable')?.status;
  const replicas = findCondition(object, 'AllReplicasReady')?.status;
  if (available === 'Unknown' || replicas === 'Unknown')
    return health('Progressing', 'Waiting for RabbitMQ cluster readiness (conditions unknown)');
  if (available === 'False') return health('Progressing', 'Waiting for RabbitMQ cluster formation');
  if (replicas === 'False') return health('Progressing', 'Waiting for RabbitMQ instances ready');
  return available === 'True' && replicas === 'True'
    ? health('Healthy', 'RabbitMQ cluster ready')
    : health('Progressing', 'Waiting for RabbitMQ Operator');
}

const isBrokerReady = all(
  is('configurationState', 'ConfigInSync'),
  is('gracefulActionState.cruiseControlState', 'GracefulUpscaleSucceeded', 'GracefulDownscaleSucceeded'),
);
const isTopicPending = any(
  lacks('status.cruiseControlTopicStatus'),
  is('status.cruiseControlTopicStatus', 'CruiseControlTopicNotReady'),
);

function assessKafkaCluster(object: KubernetesObject): ResourceHealth {
  const state = textAt(object, 'status.state');
  const waiting = health('Progressing', 'Waiting for KafkaCluster');
  if (state === 'ClusterRollingUpgrading')
    return health('Progressing', 'Kafka Cluster is Rolling Upgrading.');
  if (!has('status.brokersState')(object)) return waiting;
  if (!itemsAt(object, 'status.brokersState').every(isBrokerReady))
    return health('Degraded', 'Broker Config is out of Sync or CruiseControlState is not Ready');
  if (state === 'ClusterRunning' && is('status.cruiseControlTopicStatus', 'CruiseControlTopicReady')(object))
    return health('Healthy', 'Kafka Brokers, CruiseControl and cluster are in Healthy State.');
  return state === 'ClusterReconciling' && isTopicPending(object)
    ? health('Progressing', 'Kafka Cluster is Reconciling.')
    : waiting;
}
