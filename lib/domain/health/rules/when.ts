import type { KubernetesObject } from '../../resource/kubernetes-object';
import type { HealthStatus } from '../health-status';
import { health } from './answer';
import type { Rule } from './health-check';
import { message } from './message';
import { fieldReader, itemsAt, type FieldPath } from './read-field';

/** A question about an object, or about an entry of one of its lists. */
export type Predicate = (value: unknown) => boolean;

export function when(predicate: Predicate, status: HealthStatus, template?: string): Rule {
  const say = template === undefined ? () => undefined : message(template);
  return (object) => (predicate(object) ? health(status, say(object)) : undefined);
}

/** The rules apply only to objects for which the predicate holds. */
export function inCase(predicate: Predicate, ...rules: Rule[]): Rule {
  return (object: KubernetesObject) => {
    if (!predicate(object)) return undefined;
    for (const rule of rules) {
      const answer = rule(object);
      if (answer !== undefined) return answer;
    }
    return undefined;
  };
}

export function is(path: FieldPath, ...expected: unknown[]): Predicate {
  const read = fieldReader(path);
  return (value) => expected.includes(read(value));
}

export function has(...paths: FieldPath[]): Predicate {
  const readers = paths.map(fieldReader);
  return (value) => readers.every((read) => read(value) !== undefined);
}

/** None of the paths leads anywhere. */
export function lacks(...paths: FieldPath[]): Predicate {
  const readers = paths.map(fieldReader);
  return (value) => readers.every((read) => read(value) === undefined);
}

/** The value is there and is none of false, 0 and the empty text. */
export function isSet(path: FieldPath): Predicate {
  const read = fieldReader(path);
  return (value) => Boolean(read(value));
}

export function startsWith(path: FieldPath, ...prefixes: string[]): Predicate {
  const read = fieldReader(path);
  return (value) => {
    const found = read(value);
    return typeof found === 'string' && prefixes.some((prefix) => found.startsWith(prefix));
  };
}

/** Both paths hold the same value; two absent values are the same. */
export function areEqual(a: FieldPath, b: FieldPath): Predicate {
  const [readA, readB] = [fieldReader(a), fieldReader(b)];
  return (value) => readA(value) === readB(value);
}

export function hasItems(path: FieldPath): Predicate {
  return (value) => itemsAt(value, path).length > 0;
}

export function all(...predicates: Predicate[]): Predicate {
  return (value) => predicates.every((predicate) => predicate(value));
}

export function any(...predicates: Predicate[]): Predicate {
  return (value) => predicates.some((predicate) => predicate(value));
}

export function not(predicate: Predicate): Predicate {
  return (value) => !predicate(value);
}

/** The controller has reported on another generation than the present one; absent numbers are no contradiction. */
export function isStale(path: FieldPath = 'status.observedGeneration'): Predicate {
  const [observed, current] = [fieldReader(path), fieldReader('metadata.generation')];
  return (value) => {
    const [seen, wanted] = [observed(value), current(value)];
    return seen !== undefined && wanted !== undefined && seen !== wanted;
  };
}
