import type { JsonObject } from '@/lib/domain/resource/json';
import { validateSchema } from '../../custom-resources/validate-schema';
import type { KindDefinition } from '../../registry/kind-definition';
import { fieldErrors, type FieldError } from '../../status/field-error';
import { objectAt, type MutableObject } from '../mutable-object';
import { validateDefinition, validateDefinitionUpdate } from './validate-definition';
import { validateLabels, validateName, validateQualifiedName } from './validate-names';
import {
  fixedFields,
  validateAutoscaler,
  validateBindingUpdate,
  validateBudget,
  validateClaim,
  validateClaimUpdate,
  validateData,
  validateDataUpdate,
  validateIngress,
  validatePodUpdate,
  validateService,
  validateServiceUpdate,
  validateStorageClassUpdate,
} from './validate-others';
import { validatePodSpec } from './validate-pod-spec';
import {
  validateCronJob,
  validateJob,
  validateJobUpdate,
  validateReplicas,
  validateStatefulSetUpdate,
  validateWorkload,
  validateWorkloadUpdate,
} from './validate-workloads';

interface Rules {
  always?: (object: MutableObject) => FieldError[];
  update?: (object: MutableObject, old: MutableObject) => FieldError[];
}

const RULES: Record<string, Rules> = {
  '/Pod': {
    always: (pod) => validatePodSpec(objectAt(pod, 'spec') ?? {}, 'spec'),
    update: validatePodUpdate,
  },
  '/Service': { always: validateService, update: validateServiceUpdate },
  '/ConfigMap': { always: validateData, update: validateDataUpdate },
  '/Secret': { always: validateData, update: validateDataUpdate },
  '/PersistentVolumeClaim': { always: validateClaim, update: validateClaimUpdate },
  '/ReplicationController': { always: validateReplicas },
  'apps/Deployment': { always: validateWorkload, update: validateWorkloadUpdate },
  'apps/ReplicaSet': { always: validateWorkload, update: validateWorkloadUpdate },
  'apps/DaemonSet': { always: validateWorkload, update: validateWorkloadUpdate },
  'apps/StatefulSet': { always: validateWorkload, update: validateStatefulSetUpdate },
  'batch/Job': { always: validateJob, update: validateJobUpdate },
  'batch/CronJob': { always: validateCronJob },
  'networking.k8s.io/Ingress': { always: validateIngress },
  'autoscaling/HorizontalPodAutoscaler': { always: validateAutoscaler },
  'rbac.authorization.k8s.io/RoleBinding': { update: validateBindingUpdate },
  'rbac.authorization.k8s.io/ClusterRoleBinding': { update: validateBindingUpdate },
  'policy/PodDisruptionBudget': { always: validateBudget },
  'networking.k8s.io/IngressClass': { update: fixedFields(['spec.controller']) },
  'discovery.k8s.io/EndpointSlice': { update: fixedFields(['addressType']) },
  'node.k8s.io/RuntimeClass': { update: fixedFields(['handler']) },
  'scheduling.k8s.io/PriorityClass': { update: fixedFields(['value'], 'may not be changed in an update.') },
  'storage.k8s.io/StorageClass': { update: validateStorageClassUpdate },
  'apiextensions.k8s.io/CustomResourceDefinition': {
    always: validateDefinition,
    update: validateDefinitionUpdate,
  },
};

const STANDARD_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];
const ANNOTATIONS_LIMIT_BYTES = 256 * 1024;

/** All complaints about an object in its storage version; `old` is given for updates. */
export function validateObject(
  kind: KindDefinition,
  object: MutableObject,
  old?: MutableObject,
): FieldError[] {
  const rules = RULES[`${kind.group}/${kind.kind}`];
  const errors = validateMetadata(kind, object);
  if (old) errors.push(...validateMetadataUpdate(object, old));
  errors.push(...(rules?.always?.(object) ?? []));
  if (old) errors.push(...(rules?.update?.(object, old) ?? []));
  if (kind.custom?.schema) errors.push(...validateSchema(withoutMeta(object), kind.custom.schema));
  return errors;
}

function validateMetadata(kind: KindDefinition, object: MutableObject): FieldError[] {
  const { name = '', labels = {}, annotations = {}, ownerReferences = [] } = object.metadata;
  const errors = validateName(kind.group, kind.kind, name);
  errors.push(...validateLabels(labels, 'metadata.labels'));
  let bytes = 0;
  for (const [key, value] of Object.entries(annotations)) {
    errors.push(...validateQualifiedName(key.toLowerCase(), 'metadata.annotations'));
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  if (bytes > ANNOTATIONS_LIMIT_BYTES)
    errors.push(fieldErrors.tooLong('metadata.annotations', ANNOTATIONS_LIMIT_BYTES));
  (object.metadata.finalizers ?? []).forEach((finalizer, index) => {
    if (!kind.custom && !finalizer.includes('/') && !STANDARD_FINALIZERS.includes(finalizer))
      errors.push(
        fieldErrors.invalid(
          `metadata.finalizers[${index}]`,
          finalizer,
          'name is neither a standard finalizer name nor is it fully qualified',
        ),
      );
  });
  ownerReferences.forEach((owner, index) => {
    for (const field of ['apiVersion', 'kind', 'name', 'uid'] as const)
      if (!owner[field])
        errors.push(
          fieldErrors.invalid(`metadata.ownerReferences[${index}].${field}`, '', `must not be empty`),
        );
  });
  return errors;
}

function validateMetadataUpdate(object: MutableObject, old: MutableObject): FieldError[] {
  const errors: FieldError[] = [];
  for (const field of ['name', 'namespace', 'uid', 'creationTimestamp'] as const) {
    if (object.metadata[field] !== old.metadata[field])
      errors.push(fieldErrors.invalid(`metadata.${field}`, object.metadata[field], 'field is immutable'));
  }
  const before = old.metadata.finalizers ?? [];
  const added = (object.metadata.finalizers ?? []).filter((each) => !before.includes(each));
  if (old.metadata.deletionTimestamp !== undefined && added.length > 0)
    errors.push(
      fieldErrors.forbidden(
        'metadata.finalizers',
        `no new finalizers can be added if the object is being deleted, found new finalizers []string{${added.map((each) => JSON.stringify(each)).join(', ')}}`,
      ),
    );
  return errors;
}

/** Metadata is typed for all kinds; a schema only says something about the name. */
function withoutMeta(object: MutableObject): JsonObject {
  const { name, generateName } = object.metadata;
  return { ...object, metadata: { ...(name ? { name } : {}), ...(generateName ? { generateName } : {}) } };
}
