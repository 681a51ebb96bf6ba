/** Helm splits `--set` at commas: those of a parameter's value are escaped, unless it is a list `{a,b}`. */
export function setValue(value: string): string {
  if (value.startsWith('{') && value.endsWith('}')) return value;
  return value.replace(/(^|[^\\]),/g, '$1\\,').replace(/(^|[^\\]),/g, '$1\\,');
}
