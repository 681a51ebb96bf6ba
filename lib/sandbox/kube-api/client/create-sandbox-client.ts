import { splitApiVersion } from '@/lib/domain/resource/resource-key';
import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { applyObject } from '../operations/apply-object';
import { createObject } from '../operations/create-object';
import { deleteObject } from '../operations/delete-object';
import type { KubeApi } from '../operations/kube-api';
import { patchObject } from '../operations/patch-object';
import { listObjects, toVersion } from '../operations/read-objects';
import { writeScale } from '../operations/scale-object';
import { updateObject } from '../operations/update-object';
import type { WriteOptions } from '../operations/write-options';
import type { KindDefinition } from '../registry/kind-definition';
import { apiErrors } from '../status/api-error';
import type {
  ClientWatchEvent,
  ClientWriteOptions,
  KindReference,
  NamedReference,
  SandboxClient,
} from './sandbox-client';

const CONTROLLERS = 'kube-controller-manager';

/** {@link SandboxClient} over the operations that HTTP requests go through, too. */
export function createSandboxClient(api: KubeApi): SandboxClient {
  const update = (object: KubernetesObject, options: ClientWriteOptions = {}): KubernetesObject => {
    const kind = requireKind(api, object);
    const document = object as unknown as JsonObject;
    const write = writeOptions(options);
    const written =
      options.subresource === 'scale'
        ? writeScale(api, kind, addressOf(kind, object), document, write)
        : updateObject(api, kind, addressOf(kind, object), withVersion(api, kind, object), write);
    return toVersion(kind, written);
  };
  return {
    get: (ref) => {
      const kind = requireKind(api, ref);
      const found = api.store.get({ resource: kind.bucket, namespace: ref.namespace, name: ref.name });
      return found && toVersion(kind, found);
    },
    list: (reference, options = {}) => {
      const kind = requireKind(api, reference);
      return listObjects(api, kind, { namespace: '', ...options }).map((object) => toVersion(kind, object));
    },
    create: (object, options = {}) => {
      const kind = requireKind(api, object);
      const { namespace } = addressOf(kind, object);
      return toVersion(
        kind,
        createObject(api, kind, namespace, object as unknown as JsonObject, writeOptions(options)),
      );
    },
    update,
    updateStatus: (object, options = {}) => update(object, { ...options, subresource: 'status' }),
    patch: (ref, body, options = {}) => {
      const kind = requireKind(api, ref);
      const address = { namespace: ref.namespace, name: ref.name };
      return toVersion(kind, patchObject(api, kind, address, { type: 'merge', body }, writeOptions(options)));
    },
    apply: (object, options) => {
      const kind = requireKind(api, object);
      const document = object as unknown as JsonObject;
      const write = { ...writeOptions(options), force: true };
      return toVersion(kind, applyObject(api, kind, addressOf(kind, object), document, write).object);
    },
    delete: (ref, options = {}) => {
      const kind = requireKind(api, ref);
      const address = { namespace: ref.namespace, name: ref.name };
      const { object, isGone } = deleteObject(api, kind, address, { dryRun: false, ...options });
      return isGone ? undefined : toVersion(kind, object);
    },
    watch: (reference, listener, options = {}) =>
      watchKind(api, requireKind(api, reference), listener, options),
    appendLog: ({ namespace, name, container }, lines, at) => {
      const pod = api.store.get({ resource: 'pods', namespace, name });
      if (pod?.metadata.uid) api.logs.append(pod.metadata.uid, container, lines, at);
    },
  };
}

function watchKind(
  api: KubeApi,
  kind: KindDefinition,
  listener: (event: ClientWatchEvent) => void,
  options: { sendInitial?: boolean },
): () => void {
  if (options.sendInitial === true) {
    for (const object of api.store.list(kind.bucket))
      listener({ type: 'ADDED', object: toVersion(kind, object), previous: undefined });
  }
  return api.store.watch(({ type, key, object, previous }) => {
    if (key.resource !== kind.bucket) return;
    listener({ type, object: toVersion(kind, object), previous: previous && toVersion(kind, previous) });
  });
}

function requireKind(api: KubeApi, { apiVersion, kind }: KindReference): KindDefinition {
  const found = api.kinds.byKind(apiVersion, kind);
  if (found) return found;
  throw apiErrors.notFound({ ...splitApiVersion(apiVersion), kind, plural: kind.toLowerCase() }, '');
}

function addressOf(
  kind: KindDefinition,
  object: KubernetesObject,
): Pick<NamedReference, 'namespace' | 'name'> {
  const { namespace = '', name = '' } = object.metadata;
  return { namespace: kind.namespaced ? namespace : '', name };
}

/** Controllers may replace without a version; the live one is then taken for granted. */
function withVersion(api: KubeApi, kind: KindDefinition, object: KubernetesObject): JsonObject {
  if (object.metadata.resourceVersion) return object as unknown as JsonObject;
  const live = api.store.get({ resource: kind.bucket, ...addressOf(kind, object) });
  const resourceVersion = live?.metadata.resourceVersion;
  return { ...object, metadata: { ...object.metadata, resourceVersion } } as unknown as JsonObject;
}

function writeOptions({ fieldManager = CONTROLLERS, subresource }: ClientWriteOptions): WriteOptions {
  return {
    dryRun: false,
    fieldManager,
    fieldValidation: 'Ignore',
    warnings: [],
    ...(subresource ? { subresource } : {}),
  };
}
