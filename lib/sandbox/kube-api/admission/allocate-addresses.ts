import type { JsonObject } from '@/lib/domain/resource/json';
import type { KindDefinition } from '../registry/kind-definition';
import type { Store } from '../store/store';
import { numberAt, objectAt, objectsAt, textAt, type MutableObject } from './mutable-object';

/** Services get cluster IPs from 10.96.0.0/16 and node ports from 30000-32767; an update keeps what it does not name. */
export function allocateAddresses(
  store: Store,
  kind: KindDefinition,
  object: MutableObject,
  old?: MutableObject,
): void {
  if (kind.bucket !== 'services') return;
  const spec = objectAt(object, 'spec');
  if (!spec) return;
  const type = textAt(spec, 'type') ?? 'ClusterIP';
  const before = objectAt(old, 'spec');
  if (type === 'ExternalName') {
    for (const key of ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'internalTrafficPolicy'])
      Reflect.deleteProperty(spec, key);
    return;
  }
  if (type === 'ClusterIP' && before) dropNodePorts(spec, before);
  if (textAt(before, 'type') !== 'ExternalName') {
    for (const key of ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy'])
      if (spec[key] === undefined && before?.[key] !== undefined) spec[key] = before[key];
  }
  spec['clusterIP'] ??= freeAddress(store);
  spec['clusterIPs'] ??= [spec['clusterIP']];
  spec['ipFamilies'] ??= ['IPv4'];
  spec['ipFamilyPolicy'] ??= 'SingleStack';
  if (type === 'NodePort' || type === 'LoadBalancer') assignNodePorts(store, spec, before);
}

function freeAddress(store: Store): string {
  const used = new Set(store.list('services').map((each) => textAt(each as JsonObject, 'spec', 'clusterIP')));
  // 10.96.0.1 is the API server's.
  for (let host = 2; host < 65_535; host++) {
    const address = `10.96.${host >> 8}.${host & 255}`;
    if (!used.has(address)) return address;
  }
  return 'None';
}

function assignNodePorts(store: Store, spec: JsonObject, before: JsonObject | undefined): void {
  const used = new Set(
    store
      .list('services')
      .flatMap((each) => objectsAt(each as JsonObject, 'spec', 'ports').map((port) => port['nodePort'])),
  );
  let next = 30_000;
  for (const port of objectsAt(spec, 'ports')) {
    const same = objectsAt(before, 'ports').find((each) => each['port'] === port['port']);
    port['nodePort'] ??= numberAt(same, 'nodePort');
    if (port['nodePort'] !== undefined) continue;
    while (used.has(next)) next++;
    port['nodePort'] = next++;
  }
}

/** What belonged to the wider type and was not changed goes with it. */
function dropNodePorts(spec: JsonObject, before: JsonObject): void {
  for (const port of objectsAt(spec, 'ports')) {
    const was = objectsAt(before, 'ports').find((each) => each['port'] === port['port']);
    if (was?.['nodePort'] === port['nodePort']) Reflect.deleteProperty(port, 'nodePort');
  }
  for (const key of ['externalTrafficPolicy', 'allocateLoadBalancerNodePorts', 'healthCheckNodePort'])
    if (spec[key] === before[key]) Reflect.deleteProperty(spec, key);
}
