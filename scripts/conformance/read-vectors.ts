import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';

/** Kinds of a vector folder laid out as `<group>/<Kind>/<file>`, each with its parsed test file; undefined without the folder. */
export function readKindVectors(
  folder: string,
  file: string,
): { id: string; directory: string; tests: JsonObject }[] | undefined {
  if (!existsSync(folder)) return undefined;
  return foldersOf(folder).flatMap((group) =>
    foldersOf(join(folder, group)).flatMap((kind) => {
      const directory = join(folder, group, kind);
      const path = join(directory, file);
      if (!existsSync(path)) return [];
      const tests: unknown = parse(readFileSync(path, 'utf8'));
      return isJsonObject(tests) ? [{ id: `${group}/${kind}`, directory, tests }] : [];
    }),
  );
}

/** The objects of a YAML file of one or more documents; a `List` or a sequence counts as its members. */
export function readObjects(path: string): KubernetesObject[] {
  const text = readFileSync(path, 'utf8');
  return (parseDocuments(text) ?? parseDocuments(indentQuotedLines(text), true) ?? []).flatMap((parsed) => {
    if (Array.isArray(parsed)) return parsed.map(toObject);
    const kind = isJsonObject(parsed) ? parsed.kind : undefined;
    const items =
      typeof kind === 'string' && kind.endsWith('List') ? (parsed as JsonObject).items : undefined;
    return Array.isArray(items) ? items.map(toObject) : [toObject(parsed)];
  });
}

/** The API always serves metadata; some recorded inputs leave it out. */
function toObject(parsed: unknown): KubernetesObject {
  const object = parsed as Partial<KubernetesObject> & Pick<KubernetesObject, 'apiVersion' | 'kind'>;
  return { ...object, metadata: object.metadata ?? {} };
}

/** The documents that hold something, or undefined (or an exception, if asked for) where the text is no YAML. */
function parseDocuments(text: string, throws = false): unknown[] | undefined {
  const documents = [...parseAllDocuments(text, { uniqueKeys: false })];
  const [error] = documents.flatMap(({ errors }) => errors);
  if (!error) return documents.map((document): unknown => document.toJS()).filter((each) => each !== null);
  if (throws) throw error;
  return undefined;
}

/** Go's YAML reader lets a quoted text go on at the indentation of its key, ours wants it deeper. */
function indentQuotedLines(text: string): string {
  let isInside = false;
  return text
    .split('\n')
    .map((line) => {
      const wasInside = isInside;
      const quotes = line.split("'").length - 1;
      if (wasInside || /^[\s-]*[\w.-]+: '/.test(line)) isInside = wasInside !== (quotes % 2 === 1);
      return wasInside ? `    ${line}` : line;
    })
    .join('\n');
}

export function readObject(path: string): KubernetesObject {
  const [object] = readObjects(path);
  if (!object) throw new Error(`${path} holds no object`);
  return object;
}

/** A field by its name in any case: the recorded files were written by hand for a reader that does not care. */
export function fieldOf(value: unknown, name: string): unknown {
  if (!isJsonObject(value)) return undefined;
  const key = Object.keys(value).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}

export function textOf(value: unknown, name: string): string | undefined {
  const found = fieldOf(value, name);
  return typeof found === 'string' ? found : undefined;
}

export function listOf(value: unknown, name: string): unknown[] {
  const found = fieldOf(value, name);
  return Array.isArray(found) ? found : [];
}

function foldersOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .sort();
}
