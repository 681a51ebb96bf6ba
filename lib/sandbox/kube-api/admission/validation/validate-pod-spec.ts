import type { JsonObject } from '@/lib/domain/resource/json';
import { fieldErrors, type FieldError } from '../../status/field-error';
import { objectsAt, textAt } from '../mutable-object';

/**
 * What users get wrong in pod templates: missing or doubled containers, images, mounts and ports. Claim templates of a
 * StatefulSet can be mounted, too.
 */
export function validatePodSpec(
  spec: JsonObject,
  path: string,
  claimTemplates: readonly string[] = [],
): FieldError[] {
  const containers = objectsAt(spec, 'containers');
  if (containers.length === 0) return [fieldErrors.required(`${path}.containers`)];
  const volumes = new Set([
    ...objectsAt(spec, 'volumes').map((volume) => textAt(volume, 'name')),
    ...claimTemplates,
  ]);
  const names = new Set<string>();
  return [
    ...validateVolumes(spec, path),
    ...(['initContainers', 'containers'] as const).flatMap((key) =>
      objectsAt(spec, key).flatMap((container, index) =>
        validateContainer(container, `${path}.${key}[${index}]`, volumes, names),
      ),
    ),
  ];
}

function validateVolumes(spec: JsonObject, path: string): FieldError[] {
  const seen = new Set<string>();
  return objectsAt(spec, 'volumes').flatMap((volume, index) => {
    const name = textAt(volume, 'name') ?? '';
    const where = `${path}.volumes[${index}].name`;
    if (name === '') return [fieldErrors.required(where)];
    if (seen.has(name)) return [fieldErrors.duplicate(where, name)];
    seen.add(name);
    return [];
  });
}

function validateContainer(
  container: JsonObject,
  path: string,
  volumes: ReadonlySet<string | undefined>,
  names: Set<string>,
): FieldError[] {
  const errors: FieldError[] = [];
  const name = textAt(container, 'name') ?? '';
  if (name === '') errors.push(fieldErrors.required(`${path}.name`));
  else if (names.has(name)) errors.push(fieldErrors.duplicate(`${path}.name`, name));
  names.add(name);
  if ((textAt(container, 'image') ?? '') === '') errors.push(fieldErrors.required(`${path}.image`));
  objectsAt(container, 'ports').forEach((port, index) => {
    const number = port['containerPort'];
    const where = `${path}.ports[${index}].containerPort`;
    if (number === undefined || number === 0) errors.push(fieldErrors.required(where));
    else if (typeof number === 'number' && (number < 1 || number > 65_535))
      errors.push(fieldErrors.invalid(where, number, 'must be between 1 and 65535, inclusive'));
  });
  objectsAt(container, 'env').forEach((variable, index) => {
    if ((textAt(variable, 'name') ?? '') === '')
      errors.push(fieldErrors.required(`${path}.env[${index}].name`));
    if ((textAt(variable, 'value') ?? '') !== '' && variable['valueFrom'] !== undefined)
      errors.push(
        fieldErrors.invalid(
          `${path}.env[${index}].valueFrom`,
          '',
          'may not be specified when `value` is not empty',
        ),
      );
  });
  objectsAt(container, 'volumeMounts').forEach((mount, index) => {
    const where = `${path}.volumeMounts[${index}]`;
    const volume = textAt(mount, 'name') ?? '';
    if (volume === '') errors.push(fieldErrors.required(`${where}.name`));
    else if (!volumes.has(volume))
      errors.push({
        reason: 'FieldValueNotFound',
        field: `${where}.name`,
        message: `Not found: ${JSON.stringify(volume)}`,
      });
    if ((textAt(mount, 'mountPath') ?? '') === '') errors.push(fieldErrors.required(`${where}.mountPath`));
  });
  return errors;
}
