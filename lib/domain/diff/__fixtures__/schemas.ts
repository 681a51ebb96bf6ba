import type { JsonObject } from '@/lib/domain/resource/json';

const text = { type: 'string' };
const texts = { type: 'object', additionalProperties: text };
const ref = (name: string): JsonObject => ({ default: {}, allOf: [{ $ref: `#/components/schemas/io.k8s.${name}` }] });
const kind = (group: string, name: string) => [{ group, version: 'v1', kind: name }];
const keyed = (key: string, keys: string[], items: JsonObject): JsonObject => ({
  type: 'array',
  items,
  'x-kubernetes-list-type': 'map',
  'x-kubernetes-list-map-keys': keys,
  'x-kubernetes-patch-strategy': 'merge',
  'x-kubernetes-patch-merge-key': key,
});
const quantities = { type: 'object', additionalProperties: { $ref: '#/components/schemas/io.k8s.apimachinery.pkg.api.resource.Quantity' } };
const integer = { type: 'integer' };

/** A cut of what a kube-apiserver publishes: enough of Deployment and ConfigMap for merge, patch and defaults. */
export const COMPILED_DOCUMENT: JsonObject = {
  components: {
    schemas: {
      'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': {
        type: 'object',
        properties: {
          name: text,
          namespace: text,
          uid: text,
          resourceVersion: text,
          generation: integer,
          creationTimestamp: text,
          labels: texts,
          annotations: texts,
          managedFields: { type: 'array', items: { type: 'object' }, 'x-kubernetes-list-type': 'atomic' },
        },
      },
      'io.k8s.apimachinery.pkg.api.resource.Quantity': { oneOf: [text, { type: 'number' }] },
      'io.k8s.api.core.v1.ConfigMap': {
        type: 'object',
        'x-kubernetes-group-version-kind': kind('', 'ConfigMap'),
        properties: {
          apiVersion: text,
          kind: text,
          metadata: ref('apimachinery.pkg.apis.meta.v1.ObjectMeta'),
          data: texts,
          binaryData: texts,
          immutable: { type: 'boolean' },
        },
      },
      'io.k8s.api.core.v1.ContainerPort': {
        type: 'object',
        required: ['containerPort'],
        properties: { containerPort: { ...integer, default: 0 }, name: text, protocol: { ...text, default: 'TCP' } },
      },
      'io.k8s.api.core.v1.EnvVar': { type: 'object', required: ['name'], properties: { name: { ...text, default: '' }, value: text } },
      'io.k8s.api.core.v1.ResourceRequirements': { type: 'object', properties: { limits: quantities, requests: quantities } },
      'io.k8s.api.core.v1.Container': {
        type: 'object',
        required: ['name'],
        properties: {
          name: { ...text, default: '' },
          image: text,
          imagePullPolicy: text,
          terminationMessagePath: text,
          terminationMessagePolicy: text,
          args: { type: 'array', items: text, 'x-kubernetes-list-type': 'atomic' },
          env: keyed('name', ['name'], ref('api.core.v1.EnvVar')),
          ports: keyed('containerPort', ['containerPort', 'protocol'], ref('api.core.v1.ContainerPort')),
          resources: ref('api.core.v1.ResourceRequirements'),
        },
      },
      'io.k8s.api.core.v1.PodSpec': {
        type: 'object',
        required: ['containers'],
        properties: {
          containers: keyed('name', ['name'], ref('api.core.v1.Container')),
          dnsPolicy: text,
          restartPolicy: text,
          schedulerName: text,
          securityContext: { type: 'object', properties: { runAsUser: integer } },
          terminationGracePeriodSeconds: integer,
          serviceAccount: text,
          serviceAccountName: text,
        },
      },
      'io.k8s.api.core.v1.PodTemplateSpec': {
        type: 'object',
        properties: { metadata: ref('apimachinery.pkg.apis.meta.v1.ObjectMeta'), spec: ref('api.core.v1.PodSpec') },
      },
      'io.k8s.api.apps.v1.DeploymentSpec': {
        type: 'object',
        required: ['selector', 'template'],
        properties: {
          replicas: integer,
          revisionHistoryLimit: integer,
          progressDeadlineSeconds: integer,
          selector: { type: 'object', properties: { matchLabels: texts }, 'x-kubernetes-map-type': 'atomic' },
          strategy: {
            type: 'object',
            default: {},
            properties: { type: text, rollingUpdate: { type: 'object', properties: { maxSurge: {}, maxUnavailable: {} } } },
          },
          template: ref('api.core.v1.PodTemplateSpec'),
        },
      },
      'io.k8s.api.apps.v1.Deployment': {
        type: 'object',
        'x-kubernetes-group-version-kind': kind('apps', 'Deployment'),
        properties: {
          apiVersion: text,
          kind: text,
          metadata: ref('apimachinery.pkg.apis.meta.v1.ObjectMeta'),
          spec: ref('api.apps.v1.DeploymentSpec'),
        },
      },
    },
  },
};

/** A custom resource with a set, a keyed list whose items have a default, and free text. */
export const WIDGET_SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      properties: {
        size: { type: 'integer', default: 1 },
        hosts: { type: 'array', items: text, 'x-kubernetes-list-type': 'set' },
        bays: {
          type: 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['name'],
          items: { type: 'object', properties: { name: text, width: { type: 'integer', default: 10 } } },
        },
        extra: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      },
    },
  },
};
