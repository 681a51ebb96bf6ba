import { isDeepStrictEqual } from 'node:util';
import { fieldErrors, type FieldError } from '../../status/field-error';
import { numberAt, objectAt, objectsAt, textAt, valueAt, type MutableObject } from '../mutable-object';
import { unchanged } from './validate-workloads';

export function validateService(object: MutableObject): FieldError[] {
  const errors: FieldError[] = [];
  const type = textAt(object, 'spec', 'type') ?? 'ClusterIP';
  const ports = objectsAt(object, 'spec', 'ports');
  const types = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
  if (!types.includes(type)) errors.push(fieldErrors.notSupported('spec.type', type, types));
  const isHeadless = textAt(object, 'spec', 'clusterIP') === 'None';
  if (ports.length === 0 && !isHeadless && type !== 'ExternalName')
    errors.push(fieldErrors.required('spec.ports'));
  if (type === 'ExternalName' && (textAt(object, 'spec', 'externalName') ?? '') === '')
    errors.push(fieldErrors.required('spec.externalName'));
  ports.forEach((port, index) => {
    const path = `spec.ports[${index}]`;
    const number = numberAt(port, 'port') ?? 0;
    if (number < 1 || number > 65_535)
      errors.push(fieldErrors.invalid(`${path}.port`, number, 'must be between 1 and 65535, inclusive'));
    const name = textAt(port, 'name') ?? '';
    if (ports.length > 1 && name === '') errors.push(fieldErrors.required(`${path}.name`));
    if (name !== '' && ports.findIndex((each) => each['name'] === name) < index)
      errors.push(fieldErrors.duplicate(`${path}.name`, name));
    const target = textAt(port, 'targetPort');
    if (target !== undefined && !/[a-z]/.test(target))
      errors.push(
        fieldErrors.invalid(`${path}.targetPort`, target, 'must contain at least one letter (a-z)'),
      );
  });
  return errors;
}

export function validateServiceUpdate(object: MutableObject, old: MutableObject): FieldError[] {
  const [before, after] = [textAt(old, 'spec', 'clusterIP'), textAt(object, 'spec', 'clusterIP')];
  const hadAddress = before !== undefined && before !== '' && textAt(old, 'spec', 'type') !== 'ExternalName';
  if (!hadAddress || textAt(object, 'spec', 'type') === 'ExternalName' || before === after) return [];
  return [fieldErrors.invalid('spec.clusterIPs[0]', [after ?? ''], 'may not change once set')];
}

export function validateIngress(object: MutableObject): FieldError[] {
  const spec = objectAt(object, 'spec');
  if (!objectAt(spec, 'defaultBackend') && objectsAt(spec, 'rules').length === 0)
    return [fieldErrors.invalid('spec', [], 'either `defaultBackend` or `rules` must be specified')];
  return objectsAt(spec, 'rules').flatMap((rule, ruleIndex) =>
    objectsAt(rule, 'http', 'paths').flatMap((path, pathIndex) => {
      const where = `spec.rules[${ruleIndex}].http.paths[${pathIndex}]`;
      const type = textAt(path, 'pathType');
      if (type === undefined)
        return [fieldErrors.required(`${where}.pathType`, 'pathType must be specified')];
      const value = textAt(path, 'path') ?? '';
      if (type !== 'ImplementationSpecific' && !value.startsWith('/'))
        return [fieldErrors.invalid(`${where}.path`, value, 'must be an absolute path')];
      return [];
    }),
  );
}

const CONFIG_LIMIT_BYTES = 1024 * 1024;

/** ConfigMaps and Secrets. */
export function validateData(object: MutableObject): FieldError[] {
  const field = object.kind === 'Secret' ? 'data' : '';
  const maps = [objectAt(object, 'data'), objectAt(object, 'binaryData')];
  let bytes = 0;
  const errors: FieldError[] = Object.keys(maps[1] ?? {})
    .filter((key) => maps[0]?.[key] !== undefined)
    .map((key) => fieldErrors.invalid(`data[${key}]`, key, 'duplicate of key present in binaryData'));
  for (const map of maps) {
    for (const [key, value] of Object.entries(map ?? {})) {
      if (!/^[-._a-zA-Z0-9]+$/.test(key) || key === '.' || key === '..')
        errors.push(
          fieldErrors.invalid(
            `data[${key}]`,
            key,
            "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')",
          ),
        );
      const text = typeof value === 'string' ? value : '';
      bytes += object.kind === 'Secret' || map === maps[1] ? (text.length * 3) / 4 : Buffer.byteLength(text);
    }
  }
  if (bytes > CONFIG_LIMIT_BYTES) errors.push(fieldErrors.tooLong(field, CONFIG_LIMIT_BYTES));
  return errors;
}

export function validateDataUpdate(object: MutableObject, old: MutableObject): FieldError[] {
  const errors = object.kind === 'Secret' ? unchanged(object, old, ['type']) : [];
  if (old['immutable'] !== true) return errors;
  const detail = 'field is immutable when `immutable` is set';
  if (object['immutable'] !== true) errors.push(fieldErrors.forbidden('immutable', detail));
  for (const field of ['data', 'binaryData'])
    if (!isDeepStrictEqual(object[field], old[field])) errors.push(fieldErrors.forbidden(field, detail));
  return errors;
}

export function validateClaim(object: MutableObject): FieldError[] {
  const errors: FieldError[] = [];
  const modes = valueAt(object, 'spec', 'accessModes');
  if (!Array.isArray(modes) || modes.length === 0)
    errors.push(fieldErrors.required('spec.accessModes', 'at least 1 access mode is required'));
  if (valueAt(object, 'spec', 'resources', 'requests', 'storage') === undefined)
    errors.push(fieldErrors.required('spec.resources[storage]'));
  return errors;
}

export function validateClaimUpdate(object: MutableObject, old: MutableObject): FieldError[] {
  const isBound = textAt(old, 'status', 'phase') === 'Bound';
  const fixed = (each: MutableObject): unknown => {
    const spec = { ...objectAt(each, 'spec') };
    if (isBound)
      for (const key of ['resources', 'volumeAttributesClassName']) Reflect.deleteProperty(spec, key);
    // The binder sets these once.
    for (const key of ['volumeName', 'storageClassName'])
      if (valueAt(old, 'spec', key) === undefined) Reflect.deleteProperty(spec, key);
    return spec;
  };
  if (isDeepStrictEqual(fixed(object), fixed(old))) return [];
  return [
    fieldErrors.forbidden(
      'spec',
      'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
    ),
  ];
}

export function validateBindingUpdate(object: MutableObject, old: MutableObject): FieldError[] {
  if (isDeepStrictEqual(object['roleRef'], old['roleRef'])) return [];
  const role = objectAt(object, 'roleRef');
  const shown = { APIGroup: role?.['apiGroup'], Kind: role?.['kind'], Name: role?.['name'] };
  return [fieldErrors.invalid('roleRef', shown, 'cannot change roleRef')];
}

export function validateAutoscaler(object: MutableObject): FieldError[] {
  const [max, min] = [
    numberAt(object, 'spec', 'maxReplicas') ?? 0,
    numberAt(object, 'spec', 'minReplicas') ?? 1,
  ];
  if (max < 1) return [fieldErrors.invalid('spec.maxReplicas', max, 'must be greater than 0')];
  if (max < min)
    return [fieldErrors.invalid('spec.maxReplicas', max, 'must be greater than or equal to `minReplicas`')];
  return [];
}

const POD_MUTABLE =
  'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';

export function validatePodUpdate(object: MutableObject, old: MutableObject): FieldError[] {
  const fixed = (each: MutableObject): unknown => {
    const spec = structuredClone(objectAt(each, 'spec') ?? {});
    for (const key of [
      'activeDeadlineSeconds',
      'tolerations',
      'terminationGracePeriodSeconds',
      'ephemeralContainers',
    ])
      Reflect.deleteProperty(spec, key);
    // The scheduler's part.
    if (valueAt(old, 'spec', 'nodeName') === undefined) delete spec['nodeName'];
    for (const key of ['containers', 'initContainers'])
      for (const container of objectsAt(spec, key)) Reflect.deleteProperty(container, 'image');
    return spec;
  };
  return isDeepStrictEqual(fixed(object), fixed(old)) ? [] : [fieldErrors.forbidden('spec', POD_MUTABLE)];
}

export function validateStorageClassUpdate(object: MutableObject, old: MutableObject): FieldError[] {
  const detail = 'updates to %s are forbidden.';
  return ['parameters', 'provisioner', 'reclaimPolicy', 'volumeBindingMode'].flatMap((field) =>
    isDeepStrictEqual(object[field], old[field])
      ? []
      : [fieldErrors.forbidden(field, detail.replace('%s', field))],
  );
}

/** Fields of small kinds that cannot change, each with the API server's words. */
export function fixedFields(fields: string[], words?: string) {
  return (object: MutableObject, old: MutableObject): FieldError[] =>
    unchanged(object, old, fields).map((error) =>
      words === undefined ? error : fieldErrors.forbidden(error.field, words),
    );
}

export function validateBudget(object: MutableObject): FieldError[] {
  return ['minAvailable', 'maxUnavailable'].flatMap((field) => {
    const value = textAt(object, 'spec', field);
    if (value === undefined || /^[0-9]+%$/.test(value)) return [];
    const detail =
      "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')";
    return [fieldErrors.invalid(`spec.${field}`, value, detail)];
  });
}
