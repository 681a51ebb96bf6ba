const PLAIN = /^[A-Za-z0-9_./$(][A-Za-z0-9_./$()@%+=~^-]*(?:[ :,][A-Za-z0-9_./$()@%+=~^-]+)*$/;
const NOT_TEXT =
  /^(?:true|false|yes|no|on|off|null|~|[-+]?(?:\.\d+|\d[\d_]*(?:\.\d*)?)(?:e[-+]?\d+)?|[-+]?\.(?:inf|nan)|0[xo][\da-f]+|\d{4}-\d\d-\d\d.*)$/i;

/** A value as YAML writes it on one line; text that would read as another type is quoted. */
export function printScalar(value: unknown): string {
  if (typeof value === 'string')
    return PLAIN.test(value) && !NOT_TEXT.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return '[]';
  if (typeof value === 'object' && value !== null) return '{}';
  return String(value);
}
