import { fieldErrors, type FieldError } from '../../status/field-error';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const LABEL_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE = '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?';

interface NameRule {
  pattern: RegExp;
  maxLength: number;
  message: string;
}

const MESSAGES = {
  subdomain: `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`,
  label: `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`,
  label1035: `a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '${LABEL_1035}')`,
  labelValue: `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '${LABEL_VALUE}')`,
  qualified: `name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${QUALIFIED}')`,
};

const exactly = (pattern: string): RegExp => new RegExp(`^${pattern}$`);
const RULES = {
  subdomain: { pattern: exactly(SUBDOMAIN), maxLength: 253, message: MESSAGES.subdomain },
  label: { pattern: exactly(LABEL), maxLength: 63, message: MESSAGES.label },
  label1035: { pattern: exactly(LABEL_1035), maxLength: 63, message: MESSAGES.label1035 },
} satisfies Record<string, NameRule>;

const RULE_OF_KIND: Record<string, keyof typeof RULES> = {
  '/Namespace': 'label',
  '/Service': 'label1035',
};

/** Kinds whose names are only path segments. */
const RBAC = 'rbac.authorization.k8s.io';

export function validateName(group: string, kind: string, name: string): FieldError[] {
  if (name === '') return [fieldErrors.required('metadata.name', 'name or generateName is required')];
  if (group === RBAC) {
    const isSegment = name !== '.' && name !== '..' && !/[/%]/.test(name);
    return isSegment ? [] : [fieldErrors.invalid('metadata.name', name, "may not contain '/' or '%'")];
  }
  const rule = RULES[RULE_OF_KIND[`${group}/${kind}`] ?? 'subdomain'];
  const errors: FieldError[] = [];
  if (name.length > rule.maxLength)
    errors.push(
      fieldErrors.invalid('metadata.name', name, `must be no more than ${rule.maxLength} characters`),
    );
  if (!rule.pattern.test(name)) errors.push(fieldErrors.invalid('metadata.name', name, rule.message));
  return errors;
}

export function validateLabels(labels: Record<string, unknown>, field: string): FieldError[] {
  return Object.entries(labels).flatMap(([key, value]) => [
    ...validateQualifiedName(key, field),
    ...validateLabelValue(String(value), field),
  ]);
}

export function validateQualifiedName(key: string, field: string): FieldError[] {
  const parts = key.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.length > 2)
    return [fieldErrors.invalid(field, key, `a qualified name ${MESSAGES.qualified.slice(10)}`)];
  const errors: FieldError[] = [];
  const [prefix = ''] = parts;
  if (parts.length === 2 && !RULES.subdomain.pattern.test(prefix))
    errors.push(
      fieldErrors.invalid(
        field,
        key,
        `prefix part ${prefix === '' ? 'must be non-empty' : MESSAGES.subdomain}`,
      ),
    );
  if (name === '') errors.push(fieldErrors.invalid(field, key, 'name part must be non-empty'));
  else if (name.length > 63)
    errors.push(fieldErrors.invalid(field, key, 'name part must be no more than 63 characters'));
  if (!exactly(QUALIFIED).test(name)) errors.push(fieldErrors.invalid(field, key, MESSAGES.qualified));
  return errors;
}

function validateLabelValue(value: string, field: string): FieldError[] {
  if (value.length > 63) return [fieldErrors.invalid(field, value, 'must be no more than 63 characters')];
  return exactly(LABEL_VALUE).test(value) ? [] : [fieldErrors.invalid(field, value, MESSAGES.labelValue)];
}
