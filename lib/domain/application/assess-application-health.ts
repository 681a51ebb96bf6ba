import { isWorseHealth, type HealthStatus, type ResourceHealth } from '../health/health-status';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { resourceKeyOf, type ResourceKey } from '../resource/resource-key';
import { isHook, isSkipped } from '../sync/hook/hook-types';

export const IGNORE_HEALTHCHECK_ANNOTATION = 'argocd.argoproj.io/ignore-healthcheck';

/** One resource of an Application: what Git declares, what is live, and what the kind's check says of it. */
export interface AssessedResource {
  target: KubernetesObject | undefined;
  live: KubernetesObject | undefined;
  /** null: the kind has no check. */
  liveHealth: ResourceHealth | null;
}

export interface ApplicationHealth {
  status: HealthStatus;
  /** Per resource in the given order; undefined where none is stored. */
  resources: (ResourceHealth | undefined)[];
  /** Keys of the live resources that brought the status about; none when nothing is live. */
  causes: ResourceKey[];
}

/**
 * The Application's health: the worst of its live resources, Missing when it declares some and none is live. Live hooks,
 * skipped and ignored resources and the Application itself do not count, nor do Missing or Unknown children. Declared
 * hooks are no resources: pass what `comparedPairs` pairs.
 */
export function assessApplicationHealth(
  self: { name: string; namespace: string; uid?: string },
  resources: readonly AssessedResource[],
): ApplicationHealth {
  let worst: { status: HealthStatus; causes: ResourceKey[] } = { status: 'Healthy', causes: [] };
  const found = { resources: 0, live: 0 };
  const healths = resources.map((resource) => {
    const object = resource.live ?? resource.target;
    if (!object || !isCounted(resource)) return undefined;
    found.resources++;
    const key = resourceKeyOf(object);
    if (!resource.live) {
      return { status: 'Missing' as const };
    }
    found.live++;
    if (isSelf(resource.live, self) || resource.liveHealth === null) return undefined;
    const own = resource.liveHealth.status;
    if (isSilentChild(key, own)) return resource.liveHealth;
    if (isWorseHealth(own, worst.status)) worst = { status: own, causes: [key] };
    else if (own === worst.status && own !== 'Healthy') worst.causes.push(key);
    return resource.liveHealth;
  });
  if (found.resources > 0 && found.live === 0) return { status: 'Missing', resources: healths, causes: [] };
  return { ...worst, resources: healths };
}

function isCounted({ target, live }: AssessedResource): boolean {
  if (target && isSkipped(target)) return false;
  return !live || (live.metadata.annotations?.[IGNORE_HEALTHCHECK_ANNOTATION] !== 'true' && !isHook(live));
}

function isSelf(live: KubernetesObject, self: { name: string; namespace: string; uid?: string }): boolean {
  const { group, kind, namespace, name } = resourceKeyOf(live);
  return (
    group === 'argoproj.io' &&
    kind === 'Application' &&
    name === self.name &&
    namespace === self.namespace &&
    live.metadata.uid === self.uid
  );
}

function isSilentChild({ group, kind }: ResourceKey, status: HealthStatus): boolean {
  return group === 'argoproj.io' && kind === 'Application' && (status === 'Missing' || status === 'Unknown');
}
