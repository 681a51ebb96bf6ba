import type { ApplicationDiff, ManagedResource } from '@/lib/contracts/resource/resource-diff';
import type { ResourceTree } from '@/lib/contracts/resource/resource-tree';
import { maskComparison } from '@/lib/domain/redact/mask-comparison';
import { createMasker } from '@/lib/domain/redact/create-masker';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { JsonObject } from '@/lib/domain/resource/json';
import { resourceKeyOf } from '@/lib/domain/resource/resource-key';
import { buildTree } from '@/lib/domain/tree/build-tree';
import type { Engine } from '@/lib/engine/engine';
import type { ComparedObject, Comparison } from '@/lib/engine/reconcile/comparison';

/** Comparison → what pages and API show. Every value of a Secret is masked here, once. */
export function treeOf(comparison: Comparison, engine: Engine): ResourceTree {
  const cache = comparison.cluster?.cache;
  if (!cache) return { nodes: [], orphanedNodes: [], hosts: [] };
  const built = buildTree({
    managed: comparison.objects.map((each) => ({
      ...each,
      live: each.live ? cache.get(resourceKeyOf(each.live)) : undefined,
    })),
    childrenOf: (uid) => cache.childrenOf(uid),
    orphans: comparison.orphaned,
  });
  const cluster = controlPlaneName(engine);
  const withCluster = (nodes: typeof built.nodes) =>
    nodes.map((node) => ({ ...node, child: node.child && { cluster, ...node.child } }));
  return { nodes: withCluster(built.nodes), orphanedNodes: withCluster(built.orphanedNodes), hosts: [] };
}

export function controlPlaneName(engine: Engine): string {
  return engine.clusters.all()[0]?.name ?? 'in-cluster';
}

export function diffOf(
  comparison: Comparison,
  isGitMoved: boolean,
  sensitiveAnnotations: readonly string[],
): ApplicationDiff {
  return {
    revisions: comparison.revisions,
    comparedAt: comparison.comparedAt.toISOString(),
    resources: comparison.objects.map((object) => diffOfObject(object, isGitMoved, sensitiveAnnotations)),
  };
}

function diffOfObject(
  object: ComparedObject,
  isGitMoved: boolean,
  sensitiveAnnotations: readonly string[],
): ApplicationDiff['resources'][number] {
  const { target, live, difference, status } = object;
  const masker = createMasker([target, live, difference?.predicted], { sensitiveAnnotations });
  const masked = difference
    ? maskComparison(difference, { sensitiveAnnotations }, [target, live])
    : undefined;
  const label = isGitMoved ? 'pending' : 'drift';
  return {
    key: object.key,
    version: object.version,
    sync: status.status ?? null,
    change: changeOf(object),
    hook: status.hook === true,
    live: live ? asJson(masker.mask(live)) : null,
    desired: desiredOf(object, (each) => masker.mask(each), masked?.predicted),
    changes: (masked?.changes ?? []).map((change) => ({
      path: change.path.map(printable),
      ...(change.live === undefined ? {} : { live: change.live }),
      ...(change.desired === undefined ? {} : { desired: change.desired }),
      label,
      manager: change.manager ?? null,
      time: change.managerTime ?? null,
    })),
    confirmed: difference?.isConfirmed ?? false,
    notice: difference?.notice ?? '',
  };
}

function desiredOf(
  { target, live }: ComparedObject,
  mask: (object: KubernetesObject) => KubernetesObject,
  predicted: KubernetesObject | undefined,
): JsonObject | null {
  if (!target) return null;
  return asJson(live && predicted ? predicted : mask(target));
}

function changeOf({
  target,
  live,
  difference,
  status,
}: ComparedObject): 'none' | 'create' | 'update' | 'prune' {
  if (status.hook) return 'none';
  if (!target) return status.requiresPruning ? 'prune' : 'none';
  if (!live) return 'create';
  return difference?.modified ? 'update' : 'none';
}

/** `f:image` → `image`, `k:{"name":"web"}` → `[web]`, `i:0` → `[0]`. */
function printable(element: string): string {
  if (element.startsWith('f:')) return element.slice(2);
  if (element.startsWith('i:')) return `[${element.slice(2)}]`;
  if (!element.startsWith('k:')) return element;
  return `[${Object.values(JSON.parse(element.slice(2)) as Record<string, string>).join(',')}]`;
}

export function managedOf(
  comparison: Comparison,
  sensitiveAnnotations: readonly string[],
): ManagedResource[] {
  return comparison.objects.map(({ key, target, live, difference, status }) => {
    const masker = createMasker([target, live, difference?.predicted, difference?.live], {
      sensitiveAnnotations,
    });
    const text = (object: KubernetesObject | undefined) =>
      object ? JSON.stringify(masker.mask(object)) : 'null';
    return {
      ...key,
      targetState: text(target),
      liveState: text(live),
      normalizedLiveState: text(difference?.live ?? live),
      predictedLiveState: text(difference?.predicted ?? target),
      hook: status.hook === true,
      resourceVersion: live?.metadata.resourceVersion ?? '',
      modified: difference?.modified ?? false,
    };
  });
}

function asJson(object: KubernetesObject): JsonObject {
  return object as unknown as JsonObject;
}
