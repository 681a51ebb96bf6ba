import { isDeepStrictEqual } from 'node:util';
import { assessApplicationHealth } from '@/lib/domain/application/assess-application-health';
import { comparedPairs } from '@/lib/domain/application/compared-pairs';
import { assessResourceSync } from '@/lib/domain/application/assess-resource-sync';
import { isWorseHealth, type HealthStatus, type ResourceHealth } from '@/lib/domain/health/health-status';
import type { Application } from '@/lib/domain/application/application';
import type { ApplicationSpec } from '@/lib/domain/application/application-spec';
import type { AppProject } from '@/lib/domain/project/app-project';
import { isKindPermitted, isResourcePermitted } from '@/lib/domain/project/is-kind-permitted';
import { isJsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import {
  formatResourceKey,
  gvkOf,
  resourceKeyOf,
  type ResourceKey,
} from '@/lib/domain/resource/resource-key';
import { parseSyncOptions } from '@/lib/domain/sync/option/sync-options';
import { isSelfReferenced } from '@/lib/domain/tracking/is-self-referenced';
import { ownerNameOf } from '@/lib/domain/tracking/read-owner';
import { tryCase } from '../compare-case';
import { readOracle } from '../read-oracle';
import type { Suite } from '../suite';

interface Resource {
  target: KubernetesObject | null;
  live: KubernetesObject | null;
  liveHealth?: string | null;
}

interface Input {
  current: string;
  new: string;
  application: Application & { name: string; namespace: string; uid: string };
  project: Pick<AppProject, 'spec'>;
  resources: Resource[];
}

export const suite: Suite = {
  name: 'health-agg',
  run: (folder) =>
    readOracle<Input, object>(folder, 'health-agg')?.map(({ id, input, expected }) =>
      tryCase(id, expected, () => {
        if (id.startsWith('worse/')) {
          return { isWorse: isWorseHealth(input.new as HealthStatus, input.current as HealthStatus) };
        }
        return id.startsWith('health/') ? health(input) : sync(input);
      }),
    ),
};

function health({ application, resources }: Input): unknown {
  const assessed = assessApplicationHealth(
    application,
    resources.map(({ target, live, liveHealth }) => ({
      target: target ?? undefined,
      live: live ?? undefined,
      liveHealth: healthOf(live, liveHealth ?? null),
    })),
  );
  const { status, causes } = assessed;
  return {
    health: status,
    causes: causes.slice(0, 3).map(causeOf),
    moreCauses: Math.max(0, causes.length - 3),
    resourceHealth: assessed.resources.map((each) => each?.status ?? null),
    error: resources.some((each) => each.liveHealth === 'error'),
  };
}

/** What the kind's check answers; one that fails, or answers an unknown word, is Unknown. */
function healthOf(live: KubernetesObject | null, answer: string | null): ResourceHealth | null {
  const isHeld = live?.metadata.finalizers?.includes('argocd.argoproj.io/hook-finalizer');
  if (live?.metadata.deletionTimestamp && !isHeld)
    return { status: 'Progressing', message: 'Pending deletion' };
  if (answer === null) return null;
  const known = ['Healthy', 'Suspended', 'Progressing', 'Missing', 'Degraded'] as const;
  return { status: known.find((each) => each === answer) ?? 'Unknown' };
}

function causeOf({ group, kind, namespace, name }: ResourceKey): string {
  return `${group ? `${group}/` : ''}${kind}:${namespace ? `${namespace}/` : ''}${name}`;
}

const TRACKING = {
  trackingMethod: 'annotation',
  instanceLabelKey: 'app.kubernetes.io/instance',
  installationId: '',
};
const CLUSTER = { server: 'https://kubernetes.default.svc', name: 'in-cluster' };

function sync({ application, project, resources }: Input): unknown {
  const { spec } = application;
  const appWide = parseSyncOptions(spec.syncPolicy?.syncOptions);
  const options = { needsConfirmation: appWide.prune === 'confirm' || appWide.delete === 'confirm' };
  const live = resources.flatMap(({ live: object }) =>
    object && isResourcePermitted(project.spec, resourceKeyOf(object), CLUSTER) ? [object] : [],
  );
  const pairs = comparedPairs(
    resources.flatMap(({ target }) => target ?? []),
    live,
  );
  const conditions = new Set<string>();
  const found = pairs.map(({ key, target, live: object }) => {
    const owner = object && ownerNameOf(object, TRACKING);
    if (target && owner && owner !== application.metadata.name) conditions.add('SharedResourceWarning');
    const pair = {
      target,
      live: object,
      isModified: Boolean(target && object && !isAsDeclared(target, object, spec)),
      isSelfReferenced: isSelfReferenced(object, target, TRACKING),
      isPermitted: isKindPermitted(project.spec, key, true),
      isManagedNamespace: false,
    };
    return [formatResourceKey(key), assessResourceSync(pair, options)] as const;
  });
  return {
    sync: found.some(([, { counts }]) => counts) ? 'OutOfSync' : 'Synced',
    conditions: [...conditions],
    resources: Object.fromEntries(
      found.map(([key, { resource }]) => [
        key,
        {
          status: resource.status ?? '',
          hook: resource.hook ?? false,
          requiresPruning: resource.requiresPruning ?? false,
          requiresDeletionConfirmation: resource.requiresDeletionConfirmation ?? false,
          syncWave: resource.syncWave ?? 0,
        },
      ]),
    ),
  };
}

/** The comparison as far as these vectors need one: replicas, annotations, and what is ignored of them. */
function isAsDeclared(target: KubernetesObject, live: KubernetesObject, spec: ApplicationSpec): boolean {
  const { group, kind } = gvkOf(target);
  const ignored = (spec.ignoreDifferences ?? [])
    .filter(
      (rule) =>
        (rule.group ?? '') === group &&
        rule.kind === kind &&
        (!rule.name || rule.name === target.metadata.name),
    )
    .flatMap((rule) => rule.jsonPointers ?? []);
  const replicas = ({ spec: own }: KubernetesObject): unknown =>
    isJsonObject(own) && !ignored.includes('/spec/replicas') ? own.replicas : undefined;
  const annotations = Object.entries(target.metadata.annotations ?? {});
  return (
    isDeepStrictEqual(replicas(target), replicas(live)) &&
    annotations.every(([key, value]) => live.metadata.annotations?.[key] === value)
  );
}
