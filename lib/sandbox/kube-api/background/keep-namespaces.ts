import type { JsonObject } from '@/lib/domain/resource/json';
import type { MutableObject } from '../admission/mutable-object';
import { createObject } from '../operations/create-object';
import { deleteObject } from '../operations/delete-object';
import type { KubeApi } from '../operations/kube-api';
import type { KindDefinition } from '../registry/kind-definition';
import type { StoredObject } from '../store/stored-object';
import type { RunSoon } from './run-soon';

const OPTIONS = {
  dryRun: false,
  fieldManager: 'kube-controller-manager',
  fieldValidation: 'Ignore',
} as const;

/** Gives each namespace its default ServiceAccount and root CA, and empties those that are being deleted. */
export function keepNamespaces(api: KubeApi, soon: RunSoon): void {
  api.store.watch(({ type, key, object }) => {
    if (key.resource === 'namespaces') {
      if (type === 'ADDED') fillNamespace(api, key.name);
      else if (type === 'MODIFIED' && object.metadata.deletionTimestamp !== undefined)
        soon.add(() => empty(api, key.name));
    } else if (type === 'DELETED' && key.namespace !== '') {
      const namespace = api.store.get({ resource: 'namespaces', namespace: '', name: key.namespace });
      if (namespace?.metadata.deletionTimestamp !== undefined) soon.add(() => empty(api, key.namespace));
    }
  });
}

function fillNamespace(api: KubeApi, namespace: string): void {
  const documents: [string, JsonObject][] = [
    ['ServiceAccount', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } }],
    [
      'ConfigMap',
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name: 'kube-root-ca.crt',
          annotations: {
            'kubernetes.io/description':
              'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
          },
        },
        data: { 'ca.crt': '' },
      },
    ],
  ];
  for (const [name, document] of documents) {
    const kind = api.kinds.byKind('v1', name);
    if (kind) createObject(api, kind, namespace, document, { ...OPTIONS, warnings: [] });
  }
}

/** Deletes what is left; when nothing is, the namespace's own finalizer goes, and with it the namespace. */
function empty(api: KubeApi, name: string): void {
  const key = { resource: 'namespaces', namespace: '', name };
  const namespace = api.store.get(key);
  if (namespace?.metadata.deletionTimestamp === undefined) return;
  let left = 0;
  for (const kind of namespacedKinds(api)) {
    for (const object of api.store.list(kind.bucket, name)) {
      if (object.metadata.deletionTimestamp === undefined)
        deleteObject(api, kind, { namespace: name, name: object.metadata.name ?? '' }, { dryRun: false });
    }
    left += api.store.list(kind.bucket, name).length;
  }
  if (left > 0) return;
  const finalized = { ...namespace, spec: {} } as unknown as MutableObject;
  if ((namespace.metadata.finalizers ?? []).length === 0) api.store.delete(key);
  else if (hasFinalizer(namespace)) api.store.update(key, finalized);
}

function hasFinalizer(namespace: StoredObject): boolean {
  return ((namespace.spec as { finalizers?: string[] } | undefined)?.finalizers ?? []).length > 0;
}

/** One definition per bucket that holds objects. */
function namespacedKinds(api: KubeApi): KindDefinition[] {
  return api.store.resources().flatMap((bucket) => {
    const [kind] = api.kinds.inBucket(bucket);
    return kind?.namespaced ? [kind] : [];
  });
}
