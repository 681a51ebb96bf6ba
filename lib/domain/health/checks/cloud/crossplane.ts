import { health, otherwise } from '../../rules/answer';
import { conditions, conditionsAt, note, on } from '../../rules/conditions';
import { check, type CheckTable, type HealthCheck } from '../../rules/health-check';
import { conditionsOf, findCondition, type Condition } from '../../rules/read-field';
import { all, any, has, inCase, is, lacks, when, type Predicate } from '../../rules/when';

const isEmptyStatus: Predicate = (object) =>
  Object.keys((object as { status?: object | null }).status ?? {}).length === 0;

const PROVIDER_CONFIGS = ['ProviderConfig', 'ClusterProviderConfig'];

/** Any managed resource, composite or package: kinds without a status are up to date by definition. */
function managed(kindsWithoutStatus: readonly string[], readyTypes: string): HealthCheck {
  const upToDate = 'Resource is up-to-date.';
  return check(
    when(any(lacks('status'), all(isEmptyStatus, is('kind', ...kindsWithoutStatus))), 'Healthy', upToDate),
    inCase(
      lacks('status.conditions'),
      when(all(is('kind', ...PROVIDER_CONFIGS), has('status.users')), 'Healthy', 'Resource is in use.'),
      otherwise('Progressing', 'Provisioning ...'),
    ),
    conditions(
      on('LastAsyncOperation|Synced=False', 'Degraded'),
      note(`${readyTypes}=True`, 'Healthy', upToDate),
    ),
    otherwise('Progressing', 'Provisioning ...'),
  );
}

/** Resources of the old AWS provider: Ready and Synced together decide; a paused reconcile is Suspended. */
function awsResource(noun: string): HealthCheck {
  return (object) => {
    if (!has('status.conditions')(object)) return health('Progressing', `Waiting for ${noun} to be created`);
    const ready = findLast(conditionsOf(object), 'Ready');
    const syncs = conditionsOf(object).filter(({ type }) => type === 'Synced');
    const isReady = ready?.status === 'True';
    const isSynced = syncs.at(-1)?.status === 'True';
    const paused = syncs.find(({ reason }) => reason === 'ReconcilePaused');
    if (isReady && isSynced) return health('Healthy', ready.reason);
    if (!isSynced && paused) return health('Suspended', paused.reason);
    if (!isReady && isSynced && !paused) return health('Progressing', `Waiting for ${noun} to be available`);
    return health('Degraded', syncs.findLast(({ reason }) => reason === 'ReconcileError')?.message);
  };
}

const findLast = (list: Condition[], type: string): Condition | undefined =>
  list.findLast((condition) => condition.type === type);

const AWS_RESOURCES = {
  'cloudfront.aws.crossplane.io/Distribution': 'distribution',
  'iam.aws.crossplane.io/Policy': 'Policy',
  'iam.aws.crossplane.io/Role': 'Role',
  'iam.aws.crossplane.io/RolePolicyAttachment': 'RolePolicyAttachment',
  'rds.aws.crossplane.io/DBCluster': 'DBCluster',
  'rds.aws.crossplane.io/DBInstance': 'DBInstance',
  // Spelt as Argo CD spells it.
  'route53.aws.crossplane.io/ResourceRecordSet': 'resourcrecordset',
  's3.aws.crossplane.io/Bucket': 'Bucket',
};

export const CROSSPLANE: CheckTable = {
  '*.crossplane.io/*': managed(
    [
      'Composition',
      'CompositionRevision',
      'DeploymentRuntimeConfig',
      'ProviderConfigUsage',
      'ControllerConfig',
      ...PROVIDER_CONFIGS,
    ],
    'Ready|Healthy|Offered|Established|ValidPipeline|RevisionHealthy',
  ),
  '*.upbound.io/*': managed(['ProviderConfigUsage', ...PROVIDER_CONFIGS], 'Ready'),
  'pkg.crossplane.io/Provider': (object) => {
    if (!has('status.conditions')(object))
      return health('Progressing', 'Waiting for provider to be installed');
    const parts = ['Installed', 'Healthy'].map((type) => findCondition(object, type));
    const isWell = parts.every((condition) => condition?.status === 'True');
    const reasons = parts.map((condition) => condition?.reason ?? '').join(' ');
    return health(isWell ? 'Healthy' : 'Degraded', reasons);
  },
  'stacks.crossplane.io/ClusterStackInstall': check(
    conditionsAt(
      'status.conditionedStatus.conditions',
      on('Ready=True', 'Healthy', '{.reason}'),
      note('Ready', 'Progressing', '{.reason}'),
    ),
    otherwise('Progressing', 'Waiting for stack to be installed'),
  ),
  ...Object.fromEntries(Object.entries(AWS_RESOURCES).map(([key, noun]) => [key, awsResource(noun)])),
};
