import { matchGlob } from '../glob/match-glob';
import type { AppProjectSpec } from './app-project';

/**
 * Whether Applications of a namespace may belong to a project. The control plane's own always may; others by a glob of
 * `sourceNamespaces`, or by a regular expression between slashes, which may match anywhere.
 */
export function isNamespacePermitted(
  spec: Pick<AppProjectSpec, 'sourceNamespaces'>,
  namespace: string,
  controlPlaneNamespace: string,
): boolean {
  if (namespace === '' || namespace === controlPlaneNamespace) return true;
  return (spec.sourceNamespaces ?? []).some((entry) => {
    const expression = /^\/(.*)\/$/s.exec(entry)?.[1];
    if (expression !== undefined && matchesExpression(expression, namespace)) return true;
    return matchGlob(entry, namespace);
  });
}

function matchesExpression(expression: string, text: string): boolean {
  const ignoresCase = expression.startsWith('(?i)');
  try {
    return new RegExp(ignoresCase ? expression.slice(4) : expression, ignoresCase ? 'i' : '').test(text);
  } catch {
    return false;
  }
}
