import type { ClusterClient } from '@/lib/engine/ports/cluster-client';
import { isAdapterError } from '@/lib/engine/ports/adapter-error';
import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';

/** Fields of a Service that the server allocates: the recorded values belong to another cluster. */
const ALLOCATED = ['clusterIP', 'clusterIPs', 'healthCheckNodePort'];

/**
 * Makes a recorded object on a throw-away cluster, owners and all: created anew, then written once more with the recorded
 * `managedFields`. Answers it as the cluster has it; undefined where it cannot be had there (a pod that was scheduled, an
 * object that a controller keeps changing).
 */
export async function plantObject(
  client: ClusterClient,
  recorded: KubernetesObject,
): Promise<KubernetesObject | undefined> {
  // The scheduler writes to the one between two dry runs, a controller removes the other.
  if (['Pod', 'Endpoints'].includes(recorded.kind)) return undefined;
  const { name = '', namespace = '' } = recorded.metadata;
  const ref = { apiVersion: recorded.apiVersion, kind: recorded.kind, namespace, name };
  try {
    if (namespace) await ensureNamespace(client, namespace);
    if (recorded.kind !== 'Namespace' && (await client.get(ref)))
      await client.delete(ref, { propagationPolicy: 'Background', gracePeriodSeconds: 0 });
    const existing = recorded.kind === 'Namespace' ? await client.get(ref) : undefined;
    const created =
      existing ?? (await client.create(withoutServerFields(recorded), { fieldManager: 'plant' }));
    return await client.replace(withIdentityOf(created, recorded), { fieldManager: 'plant' });
  } catch (error) {
    if (isAdapterError(error)) return undefined;
    throw error;
  }
}

const namespaces = new Map<string, Promise<unknown>>();

function ensureNamespace(client: ClusterClient, name: string): Promise<unknown> {
  const known = namespaces.get(name);
  if (known) return known;
  const object = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
  const made = client.create(object).catch((error: unknown) => {
    if (!isAdapterError(error, 409)) throw error;
  });
  namespaces.set(name, made);
  return made;
}

function withoutServerFields(recorded: KubernetesObject): KubernetesObject {
  const { name, namespace, labels, annotations, finalizers } = recorded.metadata;
  const metadata = {
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(labels ? { labels } : {}),
    ...(annotations ? { annotations } : {}),
    ...(finalizers ? { finalizers } : {}),
  };
  return { ...withoutAllocated(recorded), metadata };
}

function withoutAllocated(object: KubernetesObject): KubernetesObject {
  if (object.kind !== 'Service' || !isJsonObject(object.spec) || object.spec.clusterIP === 'None')
    return object;
  const spec: JsonObject = Object.fromEntries(
    Object.entries(object.spec).filter(([key]) => !ALLOCATED.includes(key)),
  );
  if (Array.isArray(spec.ports)) {
    spec.ports = spec.ports.map((port) =>
      isJsonObject(port)
        ? Object.fromEntries(Object.entries(port).filter(([key]) => key !== 'nodePort'))
        : port,
    );
  }
  return { ...object, spec };
}

function withIdentityOf(created: KubernetesObject, recorded: KubernetesObject): KubernetesObject {
  const { uid, resourceVersion, creationTimestamp, generation } = created.metadata;
  const metadata = {
    ...recorded.metadata,
    ...{ uid, resourceVersion, creationTimestamp, generation },
  } as KubernetesObject['metadata'];
  const spec = recorded.kind === 'Service' ? created.spec : recorded.spec;
  return {
    ...recorded,
    metadata,
    ...(spec === undefined ? {} : { spec }),
    status: created.status ?? null,
  };
}
