import { assessResourceSync } from '@/lib/domain/application/assess-resource-sync';
import type { ResourceHealth } from '@/lib/domain/health/health-status';
import type { AppProject } from '@/lib/domain/project/app-project';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { gvkOf } from '@/lib/domain/resource/resource-key';
import { isHook } from '@/lib/domain/sync/hook/hook-types';
import type { ResourcePair } from '@/lib/domain/sync/task/pair-resources';
import { isSelfReferenced } from '@/lib/domain/tracking/is-self-referenced';
import type { TrackingSettings } from '@/lib/domain/tracking/tracking-settings';
import { asksForServer, compareObject, type CompareObjectContext } from './compare-object';
import type { ComparedObject, ObjectDifference } from './comparison';
import { isObjectKindPermitted } from './project-rules';

export interface ComparePairsOptions {
  project: AppProject;
  tracking: TrackingSettings;
  context: CompareObjectContext;
  assessHealth: (object: KubernetesObject) => ResourceHealth | null;
  destinationNamespace: string;
  /** Targets could not be loaded: nothing can be said about sync. */
  isUnknown: boolean;
}

export interface ComparedPairs {
  objects: ComparedObject[];
  /** Some object makes the Application OutOfSync. */
  isOutOfSync: boolean;
  /** Comparing itself failed, such as a refused server-side diff that was asked for. */
  errors: string[];
}

/** Objects compared at once: enough to hide latency, few enough not to flood an API server. */
const CONCURRENCY = 10;

export async function comparePairs(
  pairs: readonly ResourcePair[],
  options: ComparePairsOptions,
): Promise<ComparedPairs> {
  const result: ComparedPairs = { objects: [], isOutOfSync: false, errors: [] };
  for (let at = 0; at < pairs.length; at += CONCURRENCY) {
    const compared = await Promise.all(
      pairs.slice(at, at + CONCURRENCY).map((pair) => comparePair(pair, options)),
    );
    for (const { object, counts, error } of compared) {
      result.objects.push(object);
      result.isOutOfSync ||= counts;
      if (error) result.errors.push(error);
    }
  }
  return result;
}

async function comparePair(
  { key, target, live }: ResourcePair,
  options: ComparePairsOptions,
): Promise<{ object: ComparedObject; counts: boolean; error: string | undefined }> {
  const object = live ?? target;
  if (!object) throw new Error('a pair has a declared or a live object');
  const difference =
    target && live && !isHook(live) ? await compareObject(target, live, options.context) : undefined;
  const { resources } = options.context.cluster.cache.capabilities;
  const isNamespaced =
    resources.find((each) => each.group === key.group && each.kind === key.kind)?.namespaced ?? true;
  const isPermitted = isObjectKindPermitted(options.project, key, isNamespaced);
  const isManagedNamespace =
    !live &&
    key.kind === 'Namespace' &&
    key.group === '' &&
    key.name === options.destinationNamespace &&
    options.context.options.createNamespace;
  const { resource, counts } = assessResourceSync(
    {
      target,
      live,
      isModified: difference?.modified ?? false,
      isSelfReferenced: !live || isSelfReferenced(live, target, options.tracking),
      isPermitted,
      isManagedNamespace,
    },
    {
      needsConfirmation:
        options.context.options.prune === 'confirm' || options.context.options.delete === 'confirm',
    },
  );
  const status = options.isUnknown ? { ...resource, status: 'Unknown' as const } : resource;
  const health = live ? options.assessHealth(live) : undefined;
  const compared: ComparedObject = {
    key,
    version: gvkOf(object).version,
    target,
    live,
    difference,
    status,
    health: health ?? undefined,
    isPermitted,
  };
  return { object: compared, counts, error: errorOf(target, live, difference) };
}

/** A diff that was asked of the server and that the server refuses is an error of the comparison. */
function errorOf(
  target: KubernetesObject | undefined,
  live: KubernetesObject | undefined,
  difference: ObjectDifference | undefined,
): string | undefined {
  if (!target || !live || !difference?.notice || !asksForServer(target, live)) return undefined;
  return `Failed to compare desired state to live state: failed to calculate diff: error calculating server side diff: serverSideDiff error: error running server side apply in dryrun mode for resource ${target.kind}/${target.metadata.name ?? ''}: ${difference.notice}`;
}
