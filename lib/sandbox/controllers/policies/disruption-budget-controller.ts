import { itself, keyOf, splitKey, type Controller } from '../runtime/controller';
import { isReady } from '../runtime/owned-objects';
import { mergeConditions, objectOf, writeStatus } from '../runtime/write-status';
import { resolveCount } from '../workloads/rolling-update';

const BUDGET = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' };
const POD = { apiVersion: 'v1', kind: 'Pod' };

/** Counts the Pods that a budget selects and how many may go. */
export const disruptionBudgetController: Controller = {
  name: 'disruption-controller',
  watches: [
    { kind: BUDGET, keysOf: itself },
    {
      kind: POD,
      keysOf: ({ object }, client) =>
        client.list(BUDGET, { namespace: object.metadata.namespace ?? '' }).map(keyOf),
    },
  ],
  reconcile(key, { client, timers }) {
    const budget = client.get({ ...BUDGET, ...splitKey(key) });
    if (!budget || budget.metadata.deletionTimestamp) return;
    const { selector, minAvailable, maxUnavailable } = objectOf(budget.spec);
    const labels = Object.entries(objectOf(objectOf(selector).matchLabels));
    const pods = client
      .list(POD, { namespace: budget.metadata.namespace ?? '' })
      .filter(
        (pod) =>
          labels.length > 0 && labels.every(([label, value]) => pod.metadata.labels?.[label] === value),
      );
    const expected = pods.length;
    const desired =
      maxUnavailable === undefined
        ? resolveCount(minAvailable, expected, 'up', '1')
        : Math.max(0, expected - resolveCount(maxUnavailable, expected, 'up', '0'));
    const healthy = pods.filter(isReady).length;
    const allowed = Math.max(0, healthy - desired);
    const condition =
      allowed > 0
        ? ({ type: 'DisruptionAllowed', status: 'True', reason: 'SufficientPods', message: '' } as const)
        : ({ type: 'DisruptionAllowed', status: 'False', reason: 'InsufficientPods', message: '' } as const);
    writeStatus(client, budget, {
      observedGeneration: budget.metadata.generation ?? 1,
      expectedPods: expected,
      desiredHealthy: desired,
      currentHealthy: healthy,
      disruptionsAllowed: allowed,
      conditions: mergeConditions(objectOf(budget.status).conditions, [condition], timers.timestamp()),
    });
  },
};
