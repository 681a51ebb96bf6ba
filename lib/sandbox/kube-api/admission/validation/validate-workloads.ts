import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@/lib/domain/resource/json';
import { matchesSelectorObject } from '../../selectors/label-selector';
import { fieldErrors, type FieldError } from '../../status/field-error';
import { numberAt, objectAt, objectsAt, textAt, valueAt, type MutableObject } from '../mutable-object';
import { validateLabels } from './validate-names';
import { validatePodSpec } from './validate-pod-spec';

/** Deployments, ReplicaSets, StatefulSets and DaemonSets. */
export function validateWorkload(object: MutableObject): FieldError[] {
  const errors = [...validateReplicas(object), ...validateSelector(object), ...validateTemplate(object)];
  const strategy = textAt(object, 'spec', 'strategy', 'type');
  if (strategy === 'Recreate' && objectAt(object, 'spec', 'strategy', 'rollingUpdate'))
    errors.push(
      fieldErrors.forbidden(
        'spec.strategy.rollingUpdate',
        "may not be specified when strategy `type` is 'Recreate'",
      ),
    );
  if (strategy !== undefined && strategy !== 'Recreate' && strategy !== 'RollingUpdate')
    errors.push(fieldErrors.notSupported('spec.strategy.type', strategy, ['Recreate', 'RollingUpdate']));
  return errors;
}

export function validateReplicas(object: MutableObject): FieldError[] {
  const replicas = numberAt(object, 'spec', 'replicas');
  if (replicas === undefined || replicas >= 0) return [];
  return [fieldErrors.invalid('spec.replicas', replicas, 'must be greater than or equal to 0')];
}

function validateSelector(object: MutableObject): FieldError[] {
  const selector = objectAt(object, 'spec', 'selector');
  const labels = objectAt(object, 'spec', 'template', 'metadata', 'labels') ?? {};
  const mismatch = fieldErrors.invalid(
    'spec.template.metadata.labels',
    labels,
    '`selector` does not match template `labels`',
  );
  if (!selector) return [fieldErrors.required('spec.selector'), mismatch];
  if (Object.keys(selector).length === 0)
    return [
      fieldErrors.invalid(
        'spec.selector',
        selector,
        `empty selector is invalid for ${object.kind.toLowerCase()}`,
      ),
    ];
  return matchesSelectorObject(selector, labels as Record<string, string>) ? [] : [mismatch];
}

function validateTemplate(object: MutableObject): FieldError[] {
  const template = objectAt(object, 'spec', 'template');
  const labels = objectAt(template, 'metadata', 'labels') ?? {};
  const errors = validateLabels(labels, 'spec.template.labels');
  const spec = objectAt(template, 'spec');
  const claims = objectsAt(object, 'spec', 'volumeClaimTemplates').map(
    (each) => textAt(each, 'metadata', 'name') ?? '',
  );
  errors.push(...validatePodSpec(spec ?? {}, 'spec.template.spec', claims));
  const restartPolicy = textAt(spec, 'restartPolicy') ?? 'Always';
  if (restartPolicy !== 'Always')
    errors.push(fieldErrors.notSupported('spec.template.spec.restartPolicy', restartPolicy, ['Always']));
  return errors;
}

export function validateJob(object: MutableObject): FieldError[] {
  return validateJobSpec(objectAt(object, 'spec') ?? {}, 'spec');
}

export function validateCronJob(object: MutableObject): FieldError[] {
  const errors: FieldError[] = [];
  const schedule = textAt(object, 'spec', 'schedule') ?? '';
  if (schedule === '') errors.push(fieldErrors.required('spec.schedule'));
  else if (!schedule.startsWith('@') && schedule.trim().split(/\s+/).length !== 5)
    errors.push(
      fieldErrors.invalid(
        'spec.schedule',
        schedule,
        `expected exactly 5 fields, found ${schedule.trim().split(/\s+/).length}: [${schedule.trim()}]`,
      ),
    );
  const spec = objectAt(object, 'spec', 'jobTemplate', 'spec') ?? {};
  return [...errors, ...validateJobSpec(spec, 'spec.jobTemplate.spec')];
}

function validateJobSpec(spec: JsonObject, path: string): FieldError[] {
  const podSpec = objectAt(spec, 'template', 'spec') ?? {};
  const errors = validatePodSpec(podSpec, `${path}.template.spec`);
  const policy = textAt(podSpec, 'restartPolicy') ?? 'Always';
  if (policy !== 'OnFailure' && policy !== 'Never')
    errors.push(
      policy === 'Always'
        ? fieldErrors.required(`${path}.template.spec.restartPolicy`, 'valid values: "OnFailure", "Never"')
        : fieldErrors.notSupported(`${path}.template.spec.restartPolicy`, policy, ['OnFailure', 'Never']),
    );
  return errors;
}

/** The fields that cannot change, and how the API server says so. */
export function validateWorkloadUpdate(object: MutableObject, old: MutableObject): FieldError[] {
  return unchanged(object, old, ['spec.selector']);
}

const STATEFUL_SET_MUTABLE = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

export function validateStatefulSetUpdate(object: MutableObject, old: MutableObject): FieldError[] {
  const fixed = (each: MutableObject): JsonObject =>
    Object.fromEntries(
      Object.entries(objectAt(each, 'spec') ?? {}).filter(([key]) => !STATEFUL_SET_MUTABLE.includes(key)),
    );
  if (isDeepStrictEqual(fixed(object), fixed(old))) return [];
  return [
    fieldErrors.forbidden(
      'spec',
      "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
    ),
  ];
}

export function validateJobUpdate(object: MutableObject, old: MutableObject): FieldError[] {
  const isSuspended = valueAt(old, 'spec', 'suspend') === true;
  return unchanged(object, old, [
    'spec.completions',
    'spec.selector',
    ...(isSuspended ? [] : ['spec.template']),
    'spec.completionMode',
  ]);
}

export function unchanged(object: MutableObject, old: MutableObject, fields: string[]): FieldError[] {
  return fields.flatMap((field) => {
    const path = field.split('.');
    const value = valueAt(object, ...path);
    if (isDeepStrictEqual(value, valueAt(old, ...path))) return [];
    return [fieldErrors.invalid(field, value, 'field is immutable')];
  });
}
