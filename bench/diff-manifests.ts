import type { JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';

type Manifest = (index: number, isChanged: boolean) => KubernetesObject;

function base(apiVersion: string, kind: string, index: number): KubernetesObject {
  const name = `${kind.toLowerCase()}-${index}`;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      namespace: `team-${index % 40}`,
      labels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'shop', tier: 'front' },
      annotations: { 'argocd.argoproj.io/tracking-id': `shop:${kind}:team/${name}` },
    },
  };
}

function podSpec(index: number, isChanged: boolean): JsonObject {
  return {
    serviceAccountName: 'web',
    containers: [
      {
        name: 'web',
        image: `registry.example.dev/shop/web:${isChanged ? '1.5.0' : '1.4.0'}`,
        args: ['--port=8080', '--verbose'],
        env: Array.from({ length: 6 }, (_, n) => ({ name: `VARIABLE_${n}`, value: `value-${index}` })),
        ports: [
          { name: 'http', containerPort: 8080 },
          { name: 'metrics', containerPort: 9090, protocol: 'TCP' },
        ],
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
        readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
        volumeMounts: [{ name: 'config', mountPath: '/etc/app' }],
      },
      {
        name: 'proxy',
        image: 'registry.example.dev/proxy:2',
        resources: { limits: { cpu: '1', memory: '64Mi' } },
      },
    ],
    volumes: [{ name: 'config', configMap: { name: 'config' } }],
  };
}

const deployment: Manifest = (index, isChanged) => ({
  ...base('apps/v1', 'Deployment', index),
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: `web-${index}` } },
    template: { metadata: { labels: { app: `web-${index}` } }, spec: podSpec(index, isChanged) },
  },
});

const statefulSet: Manifest = (index, isChanged) => ({
  ...base('apps/v1', 'StatefulSet', index),
  spec: {
    serviceName: 'db',
    selector: { matchLabels: { app: `db-${index}` } },
    template: { metadata: { labels: { app: `db-${index}` } }, spec: podSpec(index, isChanged) },
  },
});

const service: Manifest = (index, isChanged) => ({
  ...base('v1', 'Service', index),
  spec: {
    selector: { app: `web-${index}` },
    ports: [
      { name: 'http', port: 80, targetPort: isChanged ? 'metrics' : 'http' },
      { name: 'metrics', port: 9090 },
    ],
  },
});

const configMap: Manifest = (index, isChanged) => ({
  ...base('v1', 'ConfigMap', index),
  data: Object.fromEntries(
    Array.from({ length: 12 }, (_, n) => [
      `key-${n}`,
      isChanged && n === 3 ? 'changed' : `value ${n} of ${index}`.repeat(4),
    ]),
  ),
});

const secret: Manifest = (index, isChanged) => ({
  ...base('v1', 'Secret', index),
  type: 'Opaque',
  data: { password: btoa(isChanged ? 'other' : `password-${index}`), user: btoa('shop') },
});

const ingress: Manifest = (index, isChanged) => ({
  ...base('networking.k8s.io/v1', 'Ingress', index),
  spec: {
    ingressClassName: 'nginx',
    rules: [
      {
        host: `${isChanged ? 'new' : 'shop'}-${index}.example.dev`,
        http: {
          paths: [
            { path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } },
          ],
        },
      },
    ],
  },
});

const role: Manifest = (index, isChanged) => ({
  ...base('rbac.authorization.k8s.io/v1', 'Role', index),
  rules: [
    {
      apiGroups: [''],
      resources: ['pods', 'services'],
      verbs: isChanged ? ['get'] : ['get', 'list', 'watch'],
    },
  ],
});

const cronJob: Manifest = (index, isChanged) => ({
  ...base('batch/v1', 'CronJob', index),
  spec: {
    schedule: '*/5 * * * *',
    jobTemplate: { spec: { template: { spec: { ...podSpec(index, isChanged), restartPolicy: 'Never' } } } },
  },
});

const serviceAccount: Manifest = (index, isChanged) => {
  const object = base('v1', 'ServiceAccount', index);
  return {
    ...object,
    metadata: {
      ...object.metadata,
      labels: { ...object.metadata.labels, tier: isChanged ? 'back' : 'front' },
    },
  };
};

/** A custom resource with a keyed list, a set and free text. */
export const WIDGET_SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      properties: {
        size: { type: 'integer', default: 1 },
        hosts: { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' },
        bays: {
          type: 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['name'],
          items: {
            type: 'object',
            properties: { name: { type: 'string' }, width: { type: 'integer', default: 10 } },
          },
        },
        extra: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      },
    },
  },
};

const widget: Manifest = (index, isChanged) => ({
  ...base('example.dev/v1', 'Widget', index),
  spec: {
    size: isChanged ? 3 : 2,
    hosts: ['alpha', 'beta', 'gamma'],
    bays: [{ name: 'left' }, { name: 'right', width: 12 }],
    extra: { deep: { a: index, b: ['x', 'y'] } },
  },
});

export const MANIFESTS: readonly Manifest[] = [
  deployment,
  statefulSet,
  service,
  configMap,
  secret,
  ingress,
  role,
  cronJob,
  serviceAccount,
  widget,
];
