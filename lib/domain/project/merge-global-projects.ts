import type { AppProject, AppProjectSpec } from './app-project';

/** An entry of `globalProjects` in `argocd-cm`. */
export interface GlobalProjectRule {
  projectName: string;
  labelSelector: LabelSelector;
}

export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

const MERGED = [
  'clusterResourceWhitelist',
  'clusterResourceBlacklist',
  'namespaceResourceWhitelist',
  'namespaceResourceBlacklist',
  'syncWindows',
  'sourceRepos',
  'destinations',
] as const satisfies (keyof AppProjectSpec)[];

/** A project with the lists of the global projects that its labels select added to its own. */
export function mergeGlobalProjects(
  project: AppProject,
  rules: readonly GlobalProjectRule[],
  projects: readonly AppProject[],
): AppProject {
  const globals = rules.flatMap((rule) => {
    if (rule.projectName === project.metadata.name) return [];
    if (!matchesSelector(rule.labelSelector, project.metadata.labels ?? {})) return [];
    return projects.filter((each) => each.metadata.name === rule.projectName);
  });
  return globals.reduce((merged, each) => ({ ...merged, spec: mergeSpecs(merged.spec, each.spec) }), project);
}

function mergeSpecs(own: AppProjectSpec, other: AppProjectSpec): AppProjectSpec {
  const lists = MERGED.flatMap((field) => {
    if (own[field] === undefined && other[field] === undefined) return [];
    return [[field, [...(own[field] ?? []), ...(other[field] ?? [])]] as const];
  });
  return { ...own, ...(Object.fromEntries(lists) as Partial<AppProjectSpec>) };
}

/** A Kubernetes label selector; one without requirements selects everything, an unknown operator nothing. */
function matchesSelector(selector: LabelSelector, labels: Record<string, string>): boolean {
  const pairs = Object.entries(selector.matchLabels ?? {});
  return (
    pairs.every(([key, value]) => labels[key] === value) &&
    (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
      const value = labels[key];
      switch (operator) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        case 'DoesNotExist':
          return value === undefined;
        default:
          return false;
      }
    })
  );
}
