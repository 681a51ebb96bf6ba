import { fieldReader, type ReadField } from './read-field';

/** Builds a message from the object and, inside a list (conditions), the entry that matched. */
export type Message = (object: unknown, entry?: unknown) => string | undefined;

type Part = string | ((object: unknown, entry: unknown) => string | undefined);

/**
 * Compiles a message. `{status.phase}` reads the object, `{.message}` the matched entry; `{.message ?? .reason ?? 'no word'}`
 * takes the first that is there. A message that is only such a part stays undefined when nothing is there.
 */
export function message(template: string): Message {
  const parts = template.split(/(\{[^{}]+\})/).filter((part) => part !== '');
  const compiled = parts.map((part): Part => (part.startsWith('{') ? alternatives(part.slice(1, -1)) : part));
  const [only, ...others] = compiled;
  if (typeof only === 'string' && others.length === 0) return () => only;
  if (typeof only === 'function' && others.length === 0) return only;
  return (object, entry) =>
    compiled.map((part) => (typeof part === 'string' ? part : (part(object, entry) ?? ''))).join('');
}

function alternatives(text: string): (object: unknown, entry: unknown) => string | undefined {
  const readers = text.split(' ?? ').map((each): ((object: unknown, entry: unknown) => unknown) => {
    if (each.startsWith("'")) return () => each.slice(1, -1);
    const isOfEntry = each.startsWith('.');
    const read: ReadField = fieldReader(isOfEntry ? each.slice(1) : each);
    return (object, entry) => read(isOfEntry ? entry : object);
  });
  return (object, entry) => {
    for (const read of readers) {
      const found = read(object, entry);
      if (typeof found === 'string') return found;
      if (typeof found === 'number' || typeof found === 'boolean') return String(found);
    }
    return undefined;
  };
}
