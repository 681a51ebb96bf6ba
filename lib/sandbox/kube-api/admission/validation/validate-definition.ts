import { fieldErrors, type FieldError } from '../../status/field-error';
import { objectAt, objectsAt, textAt, valueAt, type MutableObject } from '../mutable-object';

/** CustomResourceDefinitions: names, scope, versions and that there are schemas. */
export function validateDefinition(object: MutableObject): FieldError[] {
  const errors: FieldError[] = [];
  const group = textAt(object, 'spec', 'group') ?? '';
  const plural = textAt(object, 'spec', 'names', 'plural') ?? '';
  const { name = '' } = object.metadata;
  if (name !== `${plural}.${group}`)
    errors.push(fieldErrors.invalid('metadata.name', name, 'must be spec.names.plural+"."+spec.group'));
  if (group === '') errors.push(fieldErrors.required('spec.group'));
  const scope = textAt(object, 'spec', 'scope') ?? '';
  if (scope !== 'Namespaced' && scope !== 'Cluster')
    errors.push(fieldErrors.notSupported('spec.scope', scope, ['Cluster', 'Namespaced']));
  if ((textAt(object, 'spec', 'names', 'kind') ?? '') === '')
    errors.push(fieldErrors.required('spec.names.kind'));
  return [...errors, ...validateVersions(object)];
}

function validateVersions(object: MutableObject): FieldError[] {
  const errors: FieldError[] = [];
  const versions = objectsAt(object, 'spec', 'versions');
  const stored = versions.filter((version) => version['storage'] === true);
  if (stored.length !== 1)
    errors.push(
      fieldErrors.invalid(
        'spec.versions',
        versions,
        'must have exactly one version marked as storage version',
      ),
    );
  versions.forEach((version, index) => {
    const schema = objectAt(version, 'schema', 'openAPIV3Schema');
    const path = `spec.versions[${index}].schema.openAPIV3Schema`;
    if (!schema) errors.push(fieldErrors.required(path, 'schemas are required'));
    else if (schema['type'] !== 'object')
      errors.push(
        schema['type'] === undefined
          ? fieldErrors.required(`${path}.type`, 'must not be empty at the root')
          : fieldErrors.invalid(`${path}.type`, schema['type'], 'must be object at the root'),
      );
  });
  return errors;
}

export function validateDefinitionUpdate(object: MutableObject, old: MutableObject): FieldError[] {
  return [
    ['spec', 'group'],
    ['spec', 'scope'],
    ['spec', 'names', 'plural'],
    ['spec', 'names', 'kind'],
  ].flatMap((path) =>
    valueAt(object, ...path) === valueAt(old, ...path)
      ? []
      : [fieldErrors.invalid(path.join('.'), valueAt(object, ...path), 'field is immutable')],
  );
}
