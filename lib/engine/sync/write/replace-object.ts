import { isJsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { deleteAndWait } from './delete-and-wait';
import { kubectlName, manifestOf, referenceOf, type WriteContext, type WriteResult } from './write-context';

/** `Replace=true`: POST when absent, PUT when there; with force deleted first. No last-applied annotation, no field manager. */
export async function replaceObject(
  target: KubernetesObject,
  live: KubernetesObject | undefined,
  options: { force: boolean },
  context: WriteContext,
): Promise<WriteResult> {
  const { client, signal } = context;
  const manifest = manifestOf(target);
  const name = kubectlName(target);
  if (!live) {
    const created = await client.create(manifest, {}, signal);
    return { message: `${name} created`, object: created };
  }
  if (options.force) {
    await deleteAndWait(referenceOf(live), live.metadata.uid, 'Background', context);
    const created = await client.create(manifest, {}, signal);
    const namespace = live.metadata.namespace ? ` from ${live.metadata.namespace} namespace` : '';
    return { message: `${name.replace('/', ' "')}" deleted${namespace}\n${name} replaced`, object: created };
  }
  const current = await client.get(referenceOf(target), signal);
  const resourceVersion = current?.metadata.resourceVersion ?? live.metadata.resourceVersion;
  const metadata = { ...manifest.metadata, ...(resourceVersion ? { resourceVersion } : {}) };
  const replaced = await client.replace({ ...keepAllocated(manifest, current), metadata }, {}, signal);
  return { message: `${name} replaced`, object: replaced };
}

/** A Service's address cannot be given back: a replacement that does not state it keeps it, as kubectl's does. */
function keepAllocated(manifest: KubernetesObject, current: KubernetesObject | undefined): KubernetesObject {
  if (manifest.kind !== 'Service' || manifest.apiVersion !== 'v1' || !current) return manifest;
  const [spec, present] = [manifest.spec, current.spec];
  if (!isJsonObject(spec) || !isJsonObject(present)) return manifest;
  const { clusterIP, clusterIPs } = present;
  return { ...manifest, spec: { ...(clusterIP === undefined ? {} : { clusterIP, clusterIPs }), ...spec } };
}
