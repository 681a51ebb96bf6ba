import type { JsonObject } from '@/lib/domain/resource/json';
import { numberAt, objectAt, objectsAt, textAt, valueAt } from '../../admission/mutable-object';
import { column, type Column } from './column';
import { ageOf } from './human-duration';
import { AGE, formatLabels, NAME } from './workload-columns';

const text =
  (...path: string[]) =>
  (object: JsonObject): string =>
    textAt(object, ...path) ?? '<none>';
const listed = (values: (string | undefined)[], empty = '<none>'): string =>
  values.some((value) => value) ? values.filter(Boolean).join(',') : empty;
const texts = (object: JsonObject, ...path: string[]): string[] => {
  const list = valueAt(object, ...path);
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
};
const count =
  (...paths: string[]) =>
  (object: JsonObject): number =>
    paths.reduce((sum, path) => sum + Object.keys(objectAt(object, path) ?? {}).length, 0);
const CREATED_AT = column('Created At', text('metadata', 'creationTimestamp'), { type: 'date' });

export const OTHER_COLUMNS: Record<string, Column[]> = {
  '/ConfigMap': [NAME, column('Data', count('data', 'binaryData'), { type: 'integer' }), AGE],
  '/Secret': [NAME, column('Type', text('type')), column('Data', count('data'), { type: 'integer' }), AGE],
  '/ServiceAccount': [
    NAME,
    column('Secrets', (each) => objectsAt(each, 'secrets').length, { type: 'integer' }),
    AGE,
  ],
  '/Namespace': [NAME, column('Status', text('status', 'phase')), AGE],
  '/Node': [
    NAME,
    column('Status', (node) => {
      const ready = objectsAt(node, 'status', 'conditions').find((each) => each['type'] === 'Ready');
      return ready?.['status'] === 'True' ? 'Ready' : ready ? 'NotReady' : 'Unknown';
    }),
    column('Roles', () => '<none>'),
    AGE,
    column('Version', text('status', 'nodeInfo', 'kubeletVersion')),
  ],
  '/Service': [
    NAME,
    column('Type', text('spec', 'type')),
    column('Cluster-IP', text('spec', 'clusterIP')),
    column('External-IP', externalAddress),
    column('Port(s)', servicePorts),
    AGE,
    column('Selector', (service) => formatLabels(objectAt(service, 'spec', 'selector')), { wide: true }),
  ],
  '/Endpoints': [NAME, column('Endpoints', endpointsOf), AGE],
  'discovery.k8s.io/EndpointSlice': [
    NAME,
    column('AddressType', text('addressType')),
    column('Ports', (slice) =>
      listed(
        objectsAt(slice, 'ports').map((port) => String(numberAt(port, 'port') ?? '')),
        '<unset>',
      ),
    ),
    column('Endpoints', (slice) =>
      listed(
        objectsAt(slice, 'endpoints').flatMap((each) => texts(each, 'addresses')),
        '<unset>',
      ),
    ),
    AGE,
  ],
  '/PersistentVolumeClaim': [
    NAME,
    column('Status', text('status', 'phase')),
    column('Volume', (claim) => textAt(claim, 'spec', 'volumeName') ?? ''),
    column('Capacity', (claim) => textAt(claim, 'status', 'capacity', 'storage') ?? ''),
    column('Access Modes', (claim) => accessModes(texts(claim, 'status', 'accessModes'))),
    column('StorageClass', (claim) => textAt(claim, 'spec', 'storageClassName') ?? ''),
    AGE,
    column('VolumeMode', text('spec', 'volumeMode'), { wide: true }),
  ],
  '/PersistentVolume': [
    NAME,
    column('Capacity', (volume) => textAt(volume, 'spec', 'capacity', 'storage') ?? ''),
    column('Access Modes', (volume) => accessModes(texts(volume, 'spec', 'accessModes'))),
    column('Reclaim Policy', text('spec', 'persistentVolumeReclaimPolicy')),
    column('Status', text('status', 'phase')),
    column('Claim', (volume) => {
      const claim = objectAt(volume, 'spec', 'claimRef');
      return claim ? `${textAt(claim, 'namespace') ?? ''}/${textAt(claim, 'name') ?? ''}` : '';
    }),
    column('StorageClass', (volume) => textAt(volume, 'spec', 'storageClassName') ?? ''),
    AGE,
  ],
  '/Event': eventColumns('involvedObject', 'message', 'lastTimestamp'),
  'events.k8s.io/Event': eventColumns('regarding', 'note', 'deprecatedLastTimestamp'),
  'networking.k8s.io/Ingress': [
    NAME,
    column('Class', text('spec', 'ingressClassName')),
    column('Hosts', (ingress) =>
      listed(
        objectsAt(ingress, 'spec', 'rules').map((rule) => textAt(rule, 'host')),
        '*',
      ),
    ),
    column('Address', (ingress) => listed(addressesOf(ingress), '')),
    column('Ports', (ingress) => (objectsAt(ingress, 'spec', 'tls').length > 0 ? '80, 443' : '80')),
    AGE,
  ],
  'networking.k8s.io/IngressClass': [
    NAME,
    column('Controller', text('spec', 'controller')),
    column('Parameters', () => '<none>'),
    AGE,
  ],
  'networking.k8s.io/NetworkPolicy': [
    NAME,
    column('Pod-Selector', (policy) => formatLabels(objectAt(policy, 'spec', 'podSelector', 'matchLabels'))),
    AGE,
  ],
  'autoscaling/HorizontalPodAutoscaler': [
    NAME,
    column(
      'Reference',
      (each) =>
        `${text('spec', 'scaleTargetRef', 'kind')(each)}/${text('spec', 'scaleTargetRef', 'name')(each)}`,
    ),
    column('Targets', autoscalerTargets),
    column('MinPods', (each) => String(numberAt(each, 'spec', 'minReplicas') ?? '<unset>')),
    column('MaxPods', (each) => numberAt(each, 'spec', 'maxReplicas') ?? 0, { type: 'integer' }),
    column('Replicas', (each) => numberAt(each, 'status', 'currentReplicas') ?? 0, { type: 'integer' }),
    AGE,
  ],
  'policy/PodDisruptionBudget': [
    NAME,
    column('Min Available', (each) => scalar(valueAt(each, 'spec', 'minAvailable'))),
    column('Max Unavailable', (each) => scalar(valueAt(each, 'spec', 'maxUnavailable'))),
    column('Allowed Disruptions', (each) => numberAt(each, 'status', 'disruptionsAllowed') ?? 0, {
      type: 'integer',
    }),
    AGE,
  ],
  'rbac.authorization.k8s.io/Role': [NAME, CREATED_AT],
  'rbac.authorization.k8s.io/ClusterRole': [NAME, CREATED_AT],
  'rbac.authorization.k8s.io/RoleBinding': [NAME, column('Role', roleOf), AGE],
  'rbac.authorization.k8s.io/ClusterRoleBinding': [NAME, column('Role', roleOf), AGE],
  'apiextensions.k8s.io/CustomResourceDefinition': [NAME, CREATED_AT],
  'storage.k8s.io/StorageClass': [
    NAME,
    column('Provisioner', text('provisioner')),
    column('ReclaimPolicy', text('reclaimPolicy')),
    column('VolumeBindingMode', text('volumeBindingMode')),
    column('AllowVolumeExpansion', (each) => each['allowVolumeExpansion'] === true),
    AGE,
  ],
  'coordination.k8s.io/Lease': [NAME, column('Holder', text('spec', 'holderIdentity')), AGE],
  'scheduling.k8s.io/PriorityClass': [
    NAME,
    column('Value', (each) => numberAt(each, 'value') ?? 0, { type: 'integer' }),
    column('Global-Default', (each) => each['globalDefault'] === true),
    AGE,
    column('PreemptionPolicy', text('preemptionPolicy')),
  ],
};

function eventColumns(object: string, message: string, last: string): Column[] {
  return [
    column('Last Seen', (event, now) =>
      ageOf(event[last] ?? event['eventTime'] ?? valueAt(event, 'metadata', 'creationTimestamp'), now),
    ),
    column('Type', text('type')),
    column('Reason', text('reason')),
    column(
      'Object',
      (event) =>
        `${(textAt(event, object, 'kind') ?? '').toLowerCase()}/${textAt(event, object, 'name') ?? ''}`,
    ),
    column('Message', (event) => (textAt(event, message) ?? '').trim()),
    column('Name', text('metadata', 'name'), { wide: true }),
  ];
}

function addressesOf(object: JsonObject): (string | undefined)[] {
  return objectsAt(object, 'status', 'loadBalancer', 'ingress').map(
    (each) => textAt(each, 'ip') ?? textAt(each, 'hostname'),
  );
}

function externalAddress(service: JsonObject): string {
  const type = textAt(service, 'spec', 'type');
  if (type === 'ExternalName') return textAt(service, 'spec', 'externalName') ?? '<none>';
  const given = listed([...addressesOf(service), ...texts(service, 'spec', 'externalIPs')], '');
  return given === '' ? (type === 'LoadBalancer' ? '<pending>' : '<none>') : given;
}

function servicePorts(service: JsonObject): string {
  return listed(
    objectsAt(service, 'spec', 'ports').map((port) => {
      const node = numberAt(port, 'nodePort');
      return `${numberAt(port, 'port') ?? ''}${node === undefined ? '' : `:${node}`}/${textAt(port, 'protocol') ?? 'TCP'}`;
    }),
  );
}

function endpointsOf(endpoints: JsonObject): string {
  return listed(
    objectsAt(endpoints, 'subsets').flatMap((subset) =>
      objectsAt(subset, 'addresses').flatMap((address) =>
        objectsAt(subset, 'ports').map(
          (port) => `${textAt(address, 'ip') ?? ''}:${numberAt(port, 'port') ?? ''}`,
        ),
      ),
    ),
  );
}

function autoscalerTargets(autoscaler: JsonObject): string {
  return listed(
    objectsAt(autoscaler, 'spec', 'metrics').map((metric, index) => {
      const current = objectsAt(autoscaler, 'status', 'currentMetrics')[index];
      const now = numberAt(current, 'resource', 'current', 'averageUtilization');
      const target = numberAt(metric, 'resource', 'target', 'averageUtilization');
      return `${textAt(metric, 'resource', 'name') ?? ''}: ${now === undefined ? '<unknown>' : `${now}%`}/${target ?? ''}%`;
    }),
  );
}

function roleOf(binding: JsonObject): string {
  return `${textAt(binding, 'roleRef', 'kind') ?? ''}/${textAt(binding, 'roleRef', 'name') ?? ''}`;
}

const SHORT_MODES: Record<string, string> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};

function accessModes(modes: string[]): string {
  return modes.map((mode) => SHORT_MODES[mode] ?? mode).join(',');
}

function scalar(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'N/A';
}
