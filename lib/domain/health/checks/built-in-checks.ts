import type { CheckTable } from '../rules/health-check';
import { ARGO_KINDS } from './argo/argo-kinds';
import { NUMAFLOW } from './argo/numaflow';
import { NUMAPLANE } from './argo/numaplane';
import { CLOUD_RESOURCES } from './cloud/cloud-resources';
import { CLUSTER_API } from './cloud/cluster-api';
import { CROSSPLANE } from './cloud/crossplane';
import { DATABASES, OLD_EXTERNAL_SECRETS } from './data/databases';
import { ELASTIC } from './data/elastic';
import { MARIADB } from './data/mariadb';
import { MESSAGING } from './data/messaging';
import { STORAGE } from './data/storage';
import { FLUX } from './delivery/flux';
import { KEPTN } from './delivery/keptn';
import { KRUISE } from './delivery/kruise';
import { ROLLOUT_TOOLS } from './delivery/rollout-tools';
import { CORE_KINDS } from './kubernetes/core-kinds';
import { PLATFORM_KINDS } from './kubernetes/platform-kinds';
import { GATEWAY_API } from './kubernetes/gateway-api';
import { OBSERVABILITY } from './observability/observability-kinds';
import { COMPLIANCE } from './platform/compliance';
import { OPERATORS } from './platform/operators';
import { SECRETS_AND_CERTIFICATES } from './platform/secrets-and-certificates';
import { SERVERLESS } from './platform/serverless';
import { THREESCALE } from './platform/threescale';
import { TRAFFIC } from './platform/traffic';
import { VIRTUAL_MACHINES } from './platform/virtual-machines';
import { PROMOTER_KINDS } from './promoter/promoter-kinds';
import { PROMOTER_SETTINGS } from './promoter/promoter-settings';

/** Every kind that has a check, by `group/Kind` with `*` as wildcard. */
export const BUILT_IN_CHECKS: CheckTable = {
  ...CORE_KINDS,
  ...PLATFORM_KINDS,
  ...GATEWAY_API,
  ...ARGO_KINDS,
  ...NUMAFLOW,
  ...NUMAPLANE,
  ...PROMOTER_KINDS,
  ...PROMOTER_SETTINGS,
  ...FLUX,
  ...KEPTN,
  ...KRUISE,
  ...ROLLOUT_TOOLS,
  ...CROSSPLANE,
  ...CLOUD_RESOURCES,
  ...CLUSTER_API,
  ...DATABASES,
  ...OLD_EXTERNAL_SECRETS,
  ...ELASTIC,
  ...MARIADB,
  ...MESSAGING,
  ...STORAGE,
  ...OBSERVABILITY,
  ...COMPLIANCE,
  ...OPERATORS,
  ...SECRETS_AND_CERTIFICATES,
  ...SERVERLESS,
  ...THREESCALE,
  ...TRAFFIC,
  ...VIRTUAL_MACHINES,
};
