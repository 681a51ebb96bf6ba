import { setImmediate as nextTurn } from 'node:timers/promises';
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { renderError } from '../render-error';
import { parseYamlDocument, YamlProblem } from './parse-yaml';
import { splitDocuments, type YamlText } from './split-documents';

export interface ManifestText {
  text: string;
  /** Named in errors: a path from the repository's root, or the tool whose output this is. */
  file: string;
  /** Written by hand: documents that are no Kubernetes objects at all (a values file) are passed over. */
  isHandWritten: boolean;
}

export interface ReadManifests {
  objects: KubernetesObject[];
  /** Files passed over, one line each. */
  notices: string[];
}

/** Milliseconds of parsing after which others get their turn. */
const SLICE_MS = 12;

/** The objects of a YAML stream in order, lists unpacked. Every error names file, line and document. */
export async function readYamlManifests(manifest: ManifestText): Promise<ReadManifests> {
  const objects: KubernetesObject[] = [];
  const notices: string[] = [];
  let sliceStart = performance.now();
  for (const document of splitDocuments(manifest.text.replace(/^\uFEFF/, ''))) {
    const value = parse(document, manifest.file);
    const at = whereOf(document, manifest.file);
    if (value !== null) {
      if (manifest.isHandWritten && !looksLikeObject(value)) {
        notices.push(`${at} is no Kubernetes object and was passed over`);
      } else objects.push(...unpack(value, at));
    }
    if (performance.now() - sliceStart > SLICE_MS) {
      await nextTurn();
      sliceStart = performance.now();
    }
  }
  return { objects, notices };
}

/** One JSON file. Broken JSON, or JSON that is no object, is always an error, as in Argo CD. */
export function readJsonManifests(text: string, file: string): KubernetesObject[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw renderError(`Failed to unmarshal "${file}": failed to unmarshal manifest: ${reason}`, error);
  }
  const values = Array.isArray(value) ? (value as JsonValue[]) : [value as JsonValue];
  return values.flatMap((each) => unpack(each, file));
}

function parse(document: YamlText, file: string): JsonValue {
  try {
    return parseYamlDocument(document.text);
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error;
    const source = sourceOf(document) ?? file;
    const line = document.line + error.line - 1;
    throw renderError(
      `Failed to unmarshal "${source}": failed to unmarshal manifest: error converting YAML to JSON: yaml: line ${line}: ${error.message} (document ${document.index}; nothing is pruned until the file is mended)`,
      error,
    );
  }
}

/** Helm writes before each document which template it came from. */
function sourceOf(document: YamlText): string | undefined {
  return /^# Source: (\S+)$/m.exec(document.text)?.[1];
}

function whereOf(document: YamlText, file: string): string {
  const source = sourceOf(document) ?? file;
  return document.index > 1 || document.line > 1
    ? `${source}, document ${document.index} (line ${document.line})`
    : source;
}

function looksLikeObject(value: JsonValue): boolean {
  return isJsonObject(value) && ('apiVersion' in value || 'kind' in value || 'metadata' in value);
}

/** A `…List` is unpacked; one whose items are null is nothing. */
export function unpack(value: JsonValue, at: string): KubernetesObject[] {
  if (!isJsonObject(value))
    throw renderError(
      `${at} is no Kubernetes object: a mapping with apiVersion, kind and metadata is expected`,
    );
  if (typeof value['kind'] === 'string' && value['kind'].endsWith('List') && 'items' in value) {
    const items = Array.isArray(value['items']) ? value['items'] : [];
    return items.flatMap((item, index) => unpack(item, `${at}, item ${index + 1}`));
  }
  return [checked(value, at)];
}

function checked(value: JsonObject, at: string): KubernetesObject {
  const metadata = value['metadata'];
  const name = isJsonObject(metadata) ? (metadata['name'] ?? metadata['generateName']) : undefined;
  const missing = [
    typeof value['apiVersion'] === 'string' && value['apiVersion'] !== '' ? '' : 'apiVersion',
    typeof value['kind'] === 'string' && value['kind'] !== '' ? '' : 'kind',
    typeof name === 'string' && name !== '' ? '' : 'metadata.name',
  ].filter(Boolean);
  if (missing.length === 0) return withMappings(value, at);
  const what = typeof value['kind'] === 'string' ? `${value['kind']} ` : '';
  const named = typeof name === 'string' && name !== '' ? `"${name}" ` : '';
  throw renderError(
    `${at}: ${what}${named}has no ${missing.join(' and no ')}: add ${missing.join(' and ')} to the object`,
  );
}

/** Labels and annotations as Kubernetes takes them: `null` is absent, other scalars than strings are refused. */
function withMappings(value: JsonObject, at: string): KubernetesObject {
  const object = value as unknown as KubernetesObject;
  const found = badEntry(object.metadata.annotations);
  if (found) {
    throw renderError(
      `${at}: failed to get annotations for ${object.apiVersion}, Kind=${object.kind} /${object.metadata.name ?? ''}: .metadata.annotations accessor error: contains non-string value in the map under key "${found.key}": ${found.value} is of the type ${found.type}, expected string: put it in quotes`,
    );
  }
  return object;
}

function badEntry(map: unknown): { key: string; value: string; type: string } | undefined {
  if (!isJsonObject(map)) return undefined;
  const bad = Object.entries(map).find(([, value]) => typeof value !== 'string');
  if (!bad) return undefined;
  const type = typeof bad[1] === 'boolean' ? 'bool' : typeof bad[1] === 'number' ? 'number' : 'object';
  return { key: bad[0], value: JSON.stringify(bad[1]), type };
}
