import { isJsonObject, type JsonValue } from '../../resource/json';
import { fieldElement, formatPath, itemElement, type PathElement } from '../fields/path-element';
import {
  schemaOfKey,
  type ListSchema,
  type MapSchema,
  type ScalarType,
  type TypeSchema,
} from '../schema/type-schema';
import { atomOf } from './atom';

/** A value that the schema does not allow, in the API server's words. */
export interface TypeProblem {
  path: PathElement[];
  message: string;
}

/**
 * Checks an object against its schema as the API server does before a structured merge: unknown fields, wrong types,
 * missing or duplicate keys. Live objects may hold duplicates (`allowDuplicates`).
 */
export function validateTyped(
  value: JsonValue,
  schema: TypeSchema,
  options: { allowDuplicates?: boolean } = {},
): TypeProblem[] {
  const problems: TypeProblem[] = [];
  new Validation(problems, options.allowDuplicates === true).check(value, schema, undefined);
  return problems;
}

/** One problem as `path: message`, several as a list, as in `failed to create typed patch object (…): …`. */
export function formatTypeProblems(problems: readonly TypeProblem[]): string {
  const lines = problems.map(({ path, message }) =>
    path.length > 0 ? `${formatPath(path)}: ${message}` : message,
  );
  return lines.length === 1 ? (lines[0] ?? '') : ['errors:', ...lines.map((line) => `  ${line}`)].join('\n');
}

/** The way to a value, from its end: most values are fine, so that paths are only written out for problems. */
interface Step {
  above: Step | undefined;
  element: PathElement;
}

class Validation {
  constructor(
    private readonly problems: TypeProblem[],
    private readonly allowDuplicates: boolean,
  ) {}

  check(value: JsonValue, schema: TypeSchema, at: Step | undefined): void {
    if (value === null) return;
    const atom = atomOf(schema, value);
    if (atom.kind === 'scalar') this.checkScalar(value, atom.scalar, at);
    else if (atom.kind === 'list') this.checkList(value, atom.list, at);
    else this.checkMap(value, atom.map, at);
  }

  private report(at: Step | undefined, message: string): void {
    const path: PathElement[] = [];
    for (let step = at; step; step = step.above) path.unshift(step.element);
    this.problems.push({ path, message });
  }

  private checkScalar(value: JsonValue, scalar: ScalarType, at: Step | undefined): void {
    if (scalar === 'numeric' && typeof value !== 'number') {
      this.report(at, 'expected numeric (int or float), got *value.valueUnstructured');
    } else if (scalar === 'string' && typeof value !== 'string') {
      this.report(at, `expected string, got &value.valueUnstructured{Value:${printGo(value)}}`);
    } else if (scalar === 'boolean' && typeof value !== 'boolean') {
      this.report(at, `expected boolean, got &{${printGo(value)}}`);
    }
  }

  private checkMap(value: JsonValue, map: MapSchema, at: Step | undefined): void {
    if (!isJsonObject(value)) {
      this.report(at, `expected map, got &{${printGo(value)}}`);
      return;
    }
    for (const key in value) {
      const child = value[key];
      if (child === undefined) continue;
      const schema = schemaOfKey(map, key);
      if (schema) this.check(child, schema, { above: at, element: fieldElement(key) });
      else this.report({ above: at, element: fieldElement(key) }, 'field not declared in schema');
    }
  }

  private checkList(value: JsonValue, list: ListSchema, at: Step | undefined): void {
    if (!Array.isArray(value)) {
      this.report(at, `expected list, got &{${printGo(value)}}`);
      return;
    }
    const seen = new Set<PathElement>();
    value.forEach((item, index) => {
      if (list.relationship === 'atomic') {
        this.check(item, list.item, { above: at, element: `i:${index}` });
        return;
      }
      const found = itemElement(list, item);
      if ('problem' in found) {
        this.report(at, `element ${index}: ${found.problem}`);
        return;
      }
      if (seen.has(found.element) && !this.allowDuplicates) {
        this.report(at, `duplicate entries for key ${formatPath([found.element])}`);
      }
      seen.add(found.element);
      this.check(item, list.item, { above: at, element: found.element });
    });
  }
}

/** A value as Go prints it with `%v`. */
function printGo(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(printGo).join(' ')}]`;
  if (isJsonObject(value)) {
    const entries = Object.keys(value).sort();
    return `map[${entries.map((key) => `${key}:${printGo(value[key] ?? null)}`).join(' ')}]`;
  }
  return value === null ? '<nil>' : String(value);
}
