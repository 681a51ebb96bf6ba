import type { LogLine, ResourceEvent } from '@/lib/contracts/resource/live-resource';
import { discoverActions } from '@/lib/domain/action/discover-actions';
import { runAction } from '@/lib/domain/action/run-action';
import { applicationId, type Application } from '@/lib/domain/application/application';
import { mergePatchBetween } from '@/lib/domain/manifest/merge-patch';
import { maskObject } from '@/lib/domain/redact/create-masker';
import type { JsonObject, JsonValue } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { formatResourceKey } from '@/lib/domain/resource/resource-key';
import type { ClusterConnection } from '@/lib/engine/control/cluster-connections';
import type { Engine } from '@/lib/engine/engine';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { ObjectReference } from '@/lib/engine/ports/cluster-client';
import type { AppRef, LogRequest, ResourceAddress } from '../engine-port';
import { treeOf } from './comparison-views';

/** Reads and writes of single live objects, limited to what is in the Application's tree. */
export class ResourceAccess {
  constructor(private readonly engine: Engine) {}

  find(
    ref: AppRef,
    address: ResourceAddress,
  ): { cluster: ClusterConnection; object: ObjectReference } | undefined {
    const comparison = this.engine.applications.memory(`${ref.namespace}/${ref.name}`).comparison;
    if (!comparison?.cluster) return undefined;
    const id = formatResourceKey(address);
    const tree = treeOf(comparison, this.engine);
    const node = [...tree.nodes, ...tree.orphanedNodes].find((each) => each.id === id);
    if (!node?.uid) return undefined;
    const version = node.version || address.version;
    const apiVersion = address.group ? `${address.group}/${version}` : version;
    return {
      cluster: comparison.cluster,
      object: { apiVersion, kind: address.kind, namespace: address.namespace, name: address.name },
    };
  }

  async get(ref: AppRef, address: ResourceAddress): Promise<KubernetesObject | undefined> {
    const found = this.find(ref, address);
    const object = found && (await found.cluster.client.get(found.object));
    return object && this.#mask(object);
  }

  async patch(
    ref: AppRef,
    address: ResourceAddress,
    type: 'json' | 'merge' | 'strategic',
    patch: JsonValue,
  ): Promise<KubernetesObject | undefined> {
    const found = this.find(ref, address);
    return (
      found &&
      this.#mask(await found.cluster.client.patch(found.object, type, patch, { fieldManager: 'promontory' }))
    );
  }

  async delete(
    ref: AppRef,
    address: ResourceAddress,
    options: { force: boolean; orphan: boolean },
  ): Promise<boolean> {
    const found = this.find(ref, address);
    if (!found) return false;
    await found.cluster.client.delete(found.object, {
      propagationPolicy: options.orphan ? 'Orphan' : options.force ? 'Background' : 'Foreground',
      ...(options.force ? { gracePeriodSeconds: 0 } : {}),
    });
    return true;
  }

  async actions(ref: AppRef, address: ResourceAddress) {
    const found = this.find(ref, address);
    const object = found && (await found.cluster.client.get(found.object));
    if (!object) return undefined;
    return discoverActions(object).map(({ name, disabled, displayName, params }) => ({
      name,
      disabled,
      displayName: displayName ?? name,
      ...(params ? { params: params.map((each) => ({ name: each.name })) } : {}),
    }));
  }

  async run(
    ref: AppRef,
    address: ResourceAddress,
    action: string,
    parameters: JsonObject,
  ): Promise<true | undefined> {
    const found = this.find(ref, address);
    const object = found && (await found.cluster.client.get(found.object));
    if (!object) return undefined;
    const texts = Object.fromEntries(
      Object.entries(parameters).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    );
    const result = runAction(object, action, texts, this.engine.context.clock.now());
    if (!result.ok)
      throw new AdapterError(result.message, { retry: 'terminal', status: 400, reason: result.reason });
    for (const { operation, object: wanted } of result.impacted) {
      if (operation === 'create') await found.cluster.client.create(wanted);
      else {
        const patch = mergePatchBetween(object as unknown as JsonObject, wanted as unknown as JsonObject);
        if (patch) await found.cluster.client.patch(found.object, 'merge', patch);
      }
    }
    return true;
  }

  async events(
    app: Application,
    resource?: { namespace: string; name: string; uid: string },
  ): Promise<ResourceEvent[] | undefined> {
    const comparison = this.engine.applications.memory(applicationId(app)).comparison;
    const cluster = comparison?.cluster;
    if (!cluster) return [];
    const uids = resource?.uid
      ? new Set([resource.uid])
      : new Set(treeOf(comparison, this.engine).nodes.map((node) => node.uid));
    const namespaces = resource
      ? [resource.namespace]
      : [...new Set(comparison.objects.map((each) => each.key.namespace))];
    const lists = await Promise.all(
      namespaces
        .filter(Boolean)
        .map((namespace) => cluster.client.list({ apiVersion: 'v1', kind: 'Event' }, { namespace })),
    );
    return lists
      .flatMap(({ items }) => items.map(eventOf))
      .filter((event) => uids.has(event.objectUid))
      .map(withoutUid)
      .sort((a, b) => ((a.lastSeen ?? '') < (b.lastSeen ?? '') ? -1 : 1));
  }

  async *logs(ref: AppRef, request: LogRequest, signal: AbortSignal): AsyncIterable<LogLine> {
    const comparison = this.engine.applications.memory(`${ref.namespace}/${ref.name}`).comparison;
    if (!comparison?.cluster) return;
    const podName = request.podName ?? podBelow(treeOf(comparison, this.engine).nodes, request);
    if (!podName) return;
    const { follow, previous, container, tailLines, sinceSeconds } = request;
    const lines = comparison.cluster.client.logs(
      { namespace: request.namespace, name: podName },
      {
        follow,
        previous,
        timestamps: true,
        signal,
        ...(container ? { container } : {}),
        ...(tailLines === undefined ? {} : { tailLines }),
        ...(sinceSeconds === undefined ? {} : { sinceSeconds }),
      },
    );
    for await (const line of lines) {
      const [time = '', ...words] = line.split(' ');
      const content = words.join(' ');
      const filter = request.filter ?? '';
      const isShown = filter.startsWith('!') ? !content.includes(filter.slice(1)) : content.includes(filter);
      if (isShown)
        yield { content, timeStamp: new Date(time).toISOString(), timeStampStr: time, podName, last: false };
    }
  }

  #mask(object: KubernetesObject): KubernetesObject {
    return maskObject(object, {
      sensitiveAnnotations: this.engine.control.settings.sensitiveMaskAnnotations,
    });
  }
}

function podBelow(nodes: ReturnType<typeof treeOf>['nodes'], { resource }: LogRequest): string | undefined {
  if (!resource) return nodes.find((node) => node.kind === 'Pod')?.name;
  const below = new Set(
    nodes.filter((node) => node.kind === resource.kind && node.name === resource.name).map((node) => node.id),
  );
  for (const node of nodes)
    if (node.parentRefs.some((parent) => below.has(formatResourceKey(parent)))) below.add(node.id);
  return nodes.find((node) => node.kind === 'Pod' && below.has(node.id))?.name;
}

function eventOf(object: KubernetesObject): ResourceEvent & { objectUid: string } {
  const about = (object.involvedObject ?? {}) as Record<string, string | undefined>;
  const text = (field: string) => (typeof object[field] === 'string' ? object[field] : '');
  const source = (object.source ?? {}) as Record<string, string | undefined>;
  const apiVersion = about['apiVersion'] ?? 'v1';
  return {
    uid: object.metadata.uid ?? '',
    object: {
      group: apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '',
      kind: about['kind'] ?? '',
      namespace: about['namespace'] ?? '',
      name: about['name'] ?? '',
    },
    objectUid: about['uid'] ?? '',
    type: text('type'),
    reason: text('reason'),
    message: text('message'),
    count: typeof object.count === 'number' ? object.count : 1,
    source: source['component'] ?? text('reportingComponent'),
    firstSeen: text('firstTimestamp') || text('eventTime') || null,
    lastSeen: text('lastTimestamp') || text('eventTime') || null,
  };
}

function withoutUid(event: ResourceEvent & { objectUid: string }): ResourceEvent {
  const { uid, object, type, reason, message, count, source, firstSeen, lastSeen } = event;
  return { uid, object, type, reason, message, count, source, firstSeen, lastSeen };
}
