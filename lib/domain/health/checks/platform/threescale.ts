import { health, otherwise } from '../../rules/answer';
import { conditions, on, type ConditionRow } from '../../rules/conditions';
import { check, type CheckTable, type HealthCheck } from '../../rules/health-check';
import { conditionsOf, numberAt, readField } from '../../rules/read-field';
import { has, is, isSet, when, type Predicate } from '../../rules/when';
import type { HealthStatus } from '../../health-status';

const GROUP = 'capabilities.3scale.net';

/** Rows for conditions that hold, in the operator's own words or else in the given ones. */
const holding = (
  kind: string,
  rows: Readonly<Record<string, readonly [HealthStatus, string]>>,
): ConditionRow[] =>
  Object.entries(rows).map(([type, [status, words]]) =>
    on(`${type}=True`, status, `{.message ?? '3scale ${kind} ${words}'}`),
  );

interface Capability {
  /** The condition that says "done", with its words. */
  done: readonly [type: string, words: string];
  others: Readonly<Record<string, readonly [HealthStatus, string]>>;
  title?: string;
}

const CONFIGURATION = ['Degraded', 'configuration is invalid'] as const;
const SYNCHRONISATION = ['Degraded', 'synchronization failed'] as const;
const REFERENCES = ['Degraded', 'references non-existing resources'] as const;

const READY = ['Ready', 'is ready'] as const;
const SYNCED = ['Synced', 'is synced'] as const;

const CAPABILITIES: Readonly<Record<string, Capability>> = {
  ActiveDoc: { done: READY, others: { Invalid: CONFIGURATION, Orphan: REFERENCES, Failed: SYNCHRONISATION } },
  ApplicationAuth: { done: READY, others: { Failed: ['Degraded', 'failed'] } },
  Backend: { done: SYNCED, others: { Invalid: CONFIGURATION, Failed: SYNCHRONISATION } },
  CustomPolicyDefinition: { done: READY, others: { Invalid: CONFIGURATION, Failed: SYNCHRONISATION } },
  DeveloperAccount: {
    done: READY,
    others: {
      Invalid: CONFIGURATION,
      Failed: SYNCHRONISATION,
      Waiting: ['Suspended', 'is waiting for approval'],
    },
  },
  DeveloperUser: {
    done: READY,
    others: { Invalid: CONFIGURATION, Orphan: REFERENCES, Failed: SYNCHRONISATION },
  },
  OpenAPI: { done: READY, others: { Invalid: CONFIGURATION, Failed: ['Degraded', 'reconciliation failed'] } },
  Product: { done: SYNCED, others: { Invalid: CONFIGURATION, Orphan: REFERENCES, Failed: SYNCHRONISATION } },
  ProxyConfigPromote: {
    done: READY,
    others: { 'In-progress': ['Progressing', 'is in progress'], Failed: ['Degraded', 'failed'] },
  },
};

function capability(kind: string, { done: [type, words], others }: Capability): HealthCheck {
  return check(
    ...(kind === 'DeveloperUser'
      ? [
          when(
            is('status.developerUserState', 'suspended'),
            'Suspended' as const,
            '3scale Developer user is waiting for admin approval',
          ),
        ]
      : []),
    conditions(on(`${type}=True`, 'Healthy', `3scale ${kind} ${words}`), ...holding(kind, others)),
    otherwise('Progressing', `Waiting for 3scale ${kind} status...`),
  );
}

const hasPositive =
  (path: string): Predicate =>
  (object) =>
    typeof readField(object, path) === 'number' && (numberAt(object, path) ?? 0) > 0;
const hasApplicationId = hasPositive('status.adminId');

/** Red Hat 3scale API management. */
export const THREESCALE: CheckTable = {
  ...Object.fromEntries(
    Object.entries(CAPABILITIES).map(([kind, each]) => [`${GROUP}/${kind}`, capability(kind, each)]),
  ),
  [`${GROUP}/Application`]: check(
    when(is('status.state', 'suspended'), 'Suspended', '3scale Application is suspended'),
    conditions(
      on('Ready=True', 'Healthy', '3scale Application is ready'),
      on('Ready', 'Degraded', "{.message ?? '3scale Application is not ready'}", {
        where: (_, object) => !hasApplicationId(object),
      }),
    ),
    otherwise('Progressing', 'Waiting for 3scale Application status...'),
  ),
  [`${GROUP}/Tenant`]: check(
    (object) => {
      const isReady = conditionsOf(object).some(({ type, status }) => type === 'Ready' && status === 'True');
      return isReady && hasPositive('status.tenantId')(object) && hasPositive('status.adminId')(object)
        ? health('Healthy', '3scale Tenant is ready')
        : undefined;
    },
    conditions(on('Ready!=True', 'Degraded', "{.message ?? '3scale Tenant is degraded'}")),
    otherwise('Progressing', 'Waiting for 3scale Tenant status...'),
  ),
  'apps.3scale.net/APIManager': check(
    (object) => {
      const parts = ['ready', 'starting', 'stopped'].map((part) => has(`status.deployments.${part}`)(object));
      return parts[0] === true && !parts[1] && !parts[2]
        ? health('Healthy', '3scale APIManager is available')
        : undefined;
    },
    conditions(
      on('Available=True', 'Healthy', '3scale APIManager is available'),
      on('Available', 'Degraded', '3scale APIManager is degraded: {.reason}', { where: isSet('reason') }),
    ),
    otherwise('Progressing', 'Waiting for 3scale APIManager status...'),
  ),
};
