import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';

type Labels = Readonly<Record<string, string>>;
type Requirement = (labels: Labels) => boolean;

/** Parses `a=b,c!=d,e in (f,g),h notin (i),j,!k`; undefined when it is none. */
export function parseLabelSelector(text: string): ((labels: Labels) => boolean) | undefined {
  const requirements: Requirement[] = [];
  for (const part of splitTerms(text)) {
    const requirement = parseTerm(part.trim());
    if (!requirement) return undefined;
    requirements.push(requirement);
  }
  return (labels) => requirements.every((requirement) => requirement(labels));
}

/** At commas outside of parentheses. */
function splitTerms(text: string): string[] {
  return text.trim() === '' ? [] : text.split(/,(?![^(]*\))/);
}

const KEY = '[A-Za-z0-9][A-Za-z0-9_.\\-/]*';
const SET_TERM = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^)]*)\\)$`);
const EQUALITY_TERM = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*([A-Za-z0-9_.\\-]*)$`);
const EXISTENCE_TERM = new RegExp(`^(!?)\\s*(${KEY})$`);

function parseTerm(term: string): Requirement | undefined {
  const [, setKey, setOperator, list] = SET_TERM.exec(term) ?? [];
  if (setKey !== undefined) {
    const values = (list ?? '').split(',').map((value) => value.trim());
    return requirementOf(setKey, setOperator === 'in' ? 'In' : 'NotIn', values);
  }
  const [, key, operator, value = ''] = EQUALITY_TERM.exec(term) ?? [];
  if (key !== undefined) return requirementOf(key, operator === '!=' ? 'NotIn' : 'In', [value]);
  const [, negation, name] = EXISTENCE_TERM.exec(term) ?? [];
  if (name === undefined) return undefined;
  return requirementOf(name, negation === '!' ? 'DoesNotExist' : 'Exists', []);
}

/** A `LabelSelector` object; an empty one matches everything. */
export function matchesSelectorObject(selector: JsonObject, labels: Labels): boolean {
  const equal = isJsonObject(selector['matchLabels']) ? selector['matchLabels'] : {};
  if (!Object.entries(equal).every(([key, value]) => labels[key] === value)) return false;
  const expressions = Array.isArray(selector['matchExpressions']) ? selector['matchExpressions'] : [];
  return expressions.filter(isJsonObject).every((expression) => {
    const { key, operator, values } = expression;
    const texts = Array.isArray(values) ? values.filter((each) => typeof each === 'string') : [];
    if (typeof key !== 'string' || typeof operator !== 'string') return false;
    return requirementOf(key, operator, texts)(labels);
  });
}

function requirementOf(key: string, operator: string, values: string[]): Requirement {
  switch (operator) {
    case 'In':
      return (labels) => labels[key] !== undefined && values.includes(labels[key]);
    case 'NotIn':
      return (labels) => labels[key] === undefined || !values.includes(labels[key]);
    case 'Exists':
      return (labels) => labels[key] !== undefined;
    case 'DoesNotExist':
      return (labels) => labels[key] === undefined;
    default:
      return () => false;
  }
}
