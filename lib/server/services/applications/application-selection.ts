import type { Application } from '@/lib/domain/application/application';
import { sourcesOf } from '@/lib/domain/application/application';
import { AppError } from '../../http/app-error';

/** Argo CD's filters of its list and watch calls. */
export interface ApplicationSelection {
  name: string;
  appNamespace: string;
  projects: string[];
  selector: string;
  repo: string;
}

/** A predicate for the selection. Throws `invalid-request` for a selector that cannot be read. */
export function applicationSelector(selection: ApplicationSelection): (application: Application) => boolean {
  const matchesLabels = labelSelector(selection.selector);
  return (application) => {
    const { metadata, spec } = application;
    return (
      (!selection.name || metadata.name === selection.name) &&
      (!selection.appNamespace || metadata.namespace === selection.appNamespace) &&
      (selection.projects.length === 0 || selection.projects.includes(spec.project)) &&
      (!selection.repo || sourcesOf(spec).some((source) => source.repoURL === selection.repo)) &&
      matchesLabels(metadata.labels ?? {})
    );
  };
}

type Labels = Record<string, string>;

/** Kubernetes' label selectors: `a=b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a`, `!a`, joined by commas. */
export function labelSelector(text: string): (labels: Labels) => boolean {
  const parts = text.match(/[^,(]+(?:\([^)]*\))?/g) ?? [];
  const tests = parts.map((part) => requirement(part.trim()));
  return (labels) => tests.every((test) => test(labels));
}

function requirement(text: string): (labels: Labels) => boolean {
  const set = /^([\w./-]+)\s+(in|notin)\s*\(([^)]*)\)$/.exec(text);
  if (set) {
    const [, key = '', operator, list = ''] = set;
    const values = new Set(list.split(',').map((each) => each.trim()));
    return (labels) => (labels[key] !== undefined && values.has(labels[key])) === (operator === 'in');
  }
  const [, key = '', operator, value = ''] = /^([\w./-]+)\s*(==|=|!=)\s*([\w.-]*)$/.exec(text) ?? [];
  if (key) return (labels) => (labels[key] === value) !== (operator === '!=');
  const [, not, bare] = /^(!?)\s*([\w./-]+)$/.exec(text) ?? [];
  if (bare) return (labels) => (labels[bare] !== undefined) === (not === '');
  throw new AppError('invalid-request', `query.selector is not a label selector: "${text}".`, {
    field: 'query.selector',
  });
}
