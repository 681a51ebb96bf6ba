import type { ResourceStatus } from '../application/application-status';
import type { ResourceHealth } from '../health/health-status';
import type { LiveResource } from '../live/live-resource';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { formatResourceKey, splitApiVersion, type ResourceKey } from '../resource/resource-key';
import { hookTypesOf } from '../sync/hook/hook-types';
import type { TreeNode, TreeReference } from './tree-node';

/** A resource that Git names or that carries the Application's mark. */
export interface ManagedResource {
  key: ResourceKey;
  version: string;
  target: KubernetesObject | undefined;
  /** undefined: not there (yet). */
  live: LiveResource | undefined;
  status: Pick<ResourceStatus, 'status' | 'hook' | 'requiresPruning' | 'syncWave'>;
  health: ResourceHealth | undefined;
}

export interface TreeInput {
  managed: readonly ManagedResource[];
  /** Live resources that name this uid among their owners. */
  childrenOf: (uid: string) => readonly LiveResource[];
  /** Top-level resources of the namespace that nobody manages. */
  orphans: readonly LiveResource[];
}

interface BuiltTree {
  nodes: TreeNode[];
  orphanedNodes: TreeNode[];
}

/**
 * Managed resources with everything that they own, owners first. A resource with several owners is one node with
 * several parents; what owns itself in a circle is walked once.
 */
export function buildTree(input: TreeInput): BuiltTree {
  const nodes = new Map<string, TreeNode>();
  for (const managed of input.managed) {
    const node = managedNode(managed);
    nodes.set(node.id, node);
  }
  for (const { live } of input.managed) if (live) addChildren(live, input, nodes);
  const orphaned = new Map<string, TreeNode>();
  for (const orphan of input.orphans) {
    const node = liveNode(orphan);
    if (nodes.has(node.id) || orphaned.has(node.id)) continue;
    orphaned.set(node.id, node);
    addChildren(orphan, input, orphaned);
  }
  return { nodes: [...nodes.values()], orphanedNodes: [...orphaned.values()] };
}

/** Breadth first, so that a level is complete before the next. */
function addChildren(root: LiveResource, input: TreeInput, nodes: Map<string, TreeNode>): void {
  const open = [root];
  for (let owner = open.shift(); owner; owner = open.shift()) {
    const parent = referenceTo(owner);
    for (const child of input.childrenOf(owner.uid)) {
      const id = formatResourceKey(child.key);
      const known = nodes.get(id);
      if (known) {
        // Managed resources are roots even where something owns them.
        const isNamed = known.parentRefs.some((each) => each.uid === parent.uid);
        if (!known.managed && !isNamed) known.parentRefs.push(parent);
        continue;
      }
      nodes.set(id, { ...liveNode(child), parentRefs: [parent] });
      open.push(child);
    }
  }
}

function managedNode({ key, version, target, live, status, health }: ManagedResource): TreeNode {
  const types = target && status.hook ? hookTypesOf(target) : [];
  const liveTypes = types.length > 0 ? types : live?.object && status.hook ? hookTypesOf(live.object) : [];
  const base = live ? liveNode(live) : absentNode(key, version);
  return {
    ...base,
    ...(health ? { health } : {}),
    version,
    managed: true,
    sync: status.status ?? null,
    wave: status.syncWave ?? 0,
    hook: status.hook ? liveTypes.join(',') : null,
    requiresPruning: status.requiresPruning ?? false,
  };
}

function absentNode(key: ResourceKey, version: string): TreeNode {
  return {
    ...{ id: formatResourceKey(key), ...key, version, uid: '', parentRefs: [], resourceVersion: '' },
    ...{ images: [], info: [], sync: null, managed: false, wave: 0, hook: null, requiresPruning: false },
    ...{ ready: null, restarts: null, state: null, deletedAt: null, child: childOf(key) },
  };
}

function liveNode(live: LiveResource): TreeNode {
  const { facts } = live;
  return {
    ...absentNode(live.key, splitApiVersion(live.apiVersion).version),
    uid: live.uid,
    resourceVersion: live.resourceVersion,
    ...(live.health ? { health: live.health } : {}),
    images: facts.images,
    info: infoOf(live),
    ...(facts.externalUrls.length > 0 ? { networkingInfo: { externalURLs: facts.externalUrls } } : {}),
    ...(live.createdAt ? { createdAt: live.createdAt } : {}),
    ready: facts.ready ?? null,
    restarts: facts.restarts ?? null,
    state: live.deletedAt ? 'Terminating' : (facts.state ?? null),
    deletedAt: live.deletedAt ?? null,
  };
}

/** The lines that Argo CD's own clients show beside a node. */
function infoOf({ facts, key }: LiveResource): TreeNode['info'] {
  const { state, node, ready, restarts, revision } = facts;
  return [
    ...(revision ? [{ name: 'Revision', value: `Rev:${revision}` }] : []),
    ...(key.kind === 'Pod' && state ? [{ name: 'Status Reason', value: state }] : []),
    ...(node ? [{ name: 'Node', value: node }] : []),
    ...(key.kind === 'Pod' && ready ? [{ name: 'Containers', value: `${ready.ready}/${ready.wanted}` }] : []),
    ...(restarts ? [{ name: 'Restart Count', value: String(restarts) }] : []),
  ];
}

function referenceTo(live: LiveResource): TreeReference {
  return { ...live.key, version: splitApiVersion(live.apiVersion).version, uid: live.uid };
}

function childOf({ group, kind, namespace, name }: ResourceKey): TreeNode['child'] {
  return group === 'argoproj.io' && kind === 'Application' ? { namespace, name } : null;
}
