import {
  boolYaml11Tag,
  defineScalarTag,
  FAILSAFE_SCHEMA,
  floatYaml11Tag,
  intYaml11Tag,
  mergeTag,
  NOT_RESOLVED,
  nullYaml11Tag,
  Schema,
} from 'js-yaml';

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Octal numbers also as `0o17`; no base 60, so that `12:30:45` stays text. */
const int = defineScalarTag<number>('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: ['-', '+', ...DIGITS],
  resolve(source, isExplicit, tag) {
    if (source.includes(':')) return NOT_RESOLVED;
    const octal = /^([-+]?)0o([0-7_]+)$/.exec(source);
    if (octal) return Number.parseInt(`${octal[1] ?? ''}${(octal[2] ?? '').replaceAll('_', '')}`, 8);
    return intYaml11Tag.resolve(source, isExplicit, tag);
  },
  identify: () => false,
});

/** `1e3` is a number without a point, too. */
const float = defineScalarTag<number>('tag:yaml.org,2002:float', {
  implicit: true,
  implicitFirstChars: ['-', '+', '.', ...DIGITS],
  resolve(source, isExplicit, tag) {
    if (source.includes(':')) return NOT_RESOLVED;
    if (/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(source)) return Number(source);
    return floatYaml11Tag.resolve(source, isExplicit, tag);
  },
  identify: () => false,
});

/** YAML as Kubernetes' own parser reads it: 1.1 (`yes` is true), with merge keys, without dates, sets and binaries. */
export const KUBERNETES_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullYaml11Tag,
  boolYaml11Tag,
  int,
  float,
  mergeTag,
]);
