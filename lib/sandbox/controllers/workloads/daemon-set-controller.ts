import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import {
  controllerOf,
  itself,
  keyOf,
  splitKey,
  type Controller,
  type ControllerContext,
} from '../runtime/controller';
import { isReady, ownedBy } from '../runtime/owned-objects';
import { randomSuffix, stableHash } from '../runtime/stable-hash';
import { objectOf, writeStatus } from '../runtime/write-status';
import { podFrom } from './pod-template';

const DAEMON_SET = { apiVersion: 'apps/v1', kind: 'DaemonSet' };
const POD = { apiVersion: 'v1', kind: 'Pod' };
const REVISION = 'controller-revision-hash';

/** One Pod on the sandbox's one node; an outdated one is replaced unless the strategy is OnDelete. */
export const daemonSetController: Controller = {
  name: 'daemonset-controller',
  watches: [
    { kind: DAEMON_SET, keysOf: itself },
    { kind: POD, keysOf: controllerOf('DaemonSet') },
  ],
  reconcile(key, context) {
    const { client } = context;
    const set = client.get({ ...DAEMON_SET, ...splitKey(key) });
    if (!set || set.metadata.deletionTimestamp) return;
    const spec = objectOf(set.spec);
    const revision = stableHash(spec.template);
    const [pod, ...surplus] = ownedBy(client, set, POD).filter((each) => !each.metadata.deletionTimestamp);
    for (const each of surplus) client.delete({ ...POD, ...splitKey(keyOf(each)) });
    const isOutdated =
      pod !== undefined &&
      pod.metadata.labels?.[REVISION] !== revision &&
      objectOf(spec.updateStrategy).type !== 'OnDelete';
    if (isOutdated) client.delete({ ...POD, ...splitKey(keyOf(pod)) });
    else if (!pod)
      client.create(
        podFrom(set, spec.template, {
          name: `${set.metadata.name ?? ''}-${randomSuffix()}`,
          labels: { [REVISION]: revision },
        }),
      );
    writeSetStatus(set, revision, context);
  },
};

function writeSetStatus(set: KubernetesObject, revision: string, { client }: ControllerContext): void {
  const pods = ownedBy(client, set, POD).filter((pod) => !pod.metadata.deletionTimestamp);
  const ready = pods.filter(isReady).length;
  const updated = pods.filter((pod) => pod.metadata.labels?.[REVISION] === revision).length;
  writeStatus(client, set, {
    observedGeneration: set.metadata.generation ?? 1,
    desiredNumberScheduled: 1,
    currentNumberScheduled: Math.min(1, pods.length),
    numberMisscheduled: 0,
    numberReady: ready,
    ...(updated > 0 ? { updatedNumberScheduled: updated } : {}),
    ...(ready > 0 ? { numberAvailable: ready } : { numberUnavailable: 1 }),
  });
}
