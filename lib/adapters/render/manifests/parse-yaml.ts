import { load, YAMLException } from 'js-yaml';
import type { JsonValue } from '@/lib/domain/resource/json';
import { renderError } from '../render-error';
import { KUBERNETES_SCHEMA } from './kubernetes-yaml';

/** Values that one document may grow to by aliases. */
const MAX_VALUES = 2_000_000;

/** A broken document: `line` counts from 1 in the text that was given. */
export class YamlProblem extends Error {
  override readonly name = 'YamlProblem';
  readonly line: number;

  constructor(reason: string, line: number) {
    super(reason);
    this.line = line;
  }
}

/**
 * One YAML document as Kubernetes' own parser reads it; a key that comes twice counts as the last. Empty text is
 * null. Throws {@link YamlProblem}.
 */
export function parseYamlDocument(text: string): JsonValue {
  if (!/^\s*[^\s#]/m.test(text)) return null;
  try {
    const value = load(text, {
      schema: KUBERNETES_SCHEMA,
      json: true,
      maxDepth: 300,
      maxTotalMergeKeys: 100_000,
    }) as JsonValue;
    if (/[*]\w/.test(text) && /&\w/.test(text)) refuseExplosion(value);
    return value;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new YamlProblem(plainReason(error.reason, text), (error.mark?.line ?? 0) + 1);
  }
}

/** As {@link parseYamlDocument}, with the file named in the error. */
export function parseYamlValue(text: string, file: string): JsonValue {
  try {
    return parseYamlDocument(text);
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error;
    throw renderError(
      `${file}: error converting YAML to JSON: yaml: line ${error.line}: ${error.message}`,
      error,
    );
  }
}

/** A few aliases of aliases can stand for more values than fit into memory. */
function refuseExplosion(root: JsonValue): void {
  let values = 0;
  const open: JsonValue[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (++values > MAX_VALUES) throw new YamlProblem('document contains excessive aliasing', 1);
    if (typeof value === 'object' && value !== null) {
      for (const each of Object.values(value)) if (each !== undefined) open.push(each);
    }
  }
}

function plainReason(reason: string, text: string): string {
  if (reason.includes('tab characters')) {
    return 'found character that cannot start any token: a tab; indent with spaces';
  }
  if (reason.includes('complex keys')) {
    const hint = text.includes('{{') ? '; {{ }} looks like a Helm template, which needs a Chart.yaml' : '';
    return `invalid map key: a mapping or list cannot be a key${hint}`;
  }
  return `did not find expected node content: ${reason}`;
}
