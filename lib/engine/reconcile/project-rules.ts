import type { Application } from '@/lib/domain/application/application';
import { sourcesOf } from '@/lib/domain/application/application';
import type { AppProject } from '@/lib/domain/project/app-project';
import {
  isDestinationPermitted,
  type DestinationCluster,
} from '@/lib/domain/project/is-destination-permitted';
import { isKindPermitted, isResourcePermitted } from '@/lib/domain/project/is-kind-permitted';
import { isNamespacePermitted } from '@/lib/domain/project/is-namespace-permitted';
import { isSourcePermitted } from '@/lib/domain/project/is-source-permitted';
import { mergeGlobalProjects } from '@/lib/domain/project/merge-global-projects';
import type { ResourceKey } from '@/lib/domain/resource/resource-key';
import type { ControlPlane } from '../control/control-plane';

/** The project with what global projects add; undefined when there is none of this name. */
export function effectiveProject(name: string, control: ControlPlane): AppProject | undefined {
  const project = control.project(name || 'default');
  return project && mergeGlobalProjects(project, control.settings.globalProjects, control.projects());
}

/** Why the project does not let the Application be; empty when it does. Messages as Argo CD words them. */
export function projectViolations(
  app: Application,
  project: AppProject,
  cluster: DestinationCluster,
  controlPlaneNamespace: string,
): string[] {
  const name = project.metadata.name;
  const { destination } = app.spec;
  const violations = sourcesOf(app.spec)
    .filter((source) => !isSourcePermitted(project.spec, source.repoURL))
    .map((source) => `application repo ${source.repoURL} is not permitted in project '${name}'`);
  const verdict = isDestinationPermitted(project.spec, cluster, destination.namespace ?? '');
  if (verdict !== 'permitted') {
    violations.push(
      `application destination server '${cluster.server}' and namespace '${destination.namespace ?? ''}' do not match any of the allowed destinations in project '${name}'`,
    );
  }
  if (!isNamespacePermitted(project.spec, app.metadata.namespace, controlPlaneNamespace)) {
    violations.push(
      `application '${app.metadata.name}' in namespace '${app.metadata.namespace}' is not permitted to use project '${name}'`,
    );
  }
  return violations;
}

/** Whether a kind may be deployed by the project, wherever it is. */
export function isObjectKindPermitted(project: AppProject, key: ResourceKey, isNamespaced: boolean): boolean {
  return isKindPermitted(project.spec, key, isNamespaced);
}

/** Whether a live object is the project's business: kind and place are allowed. */
export function isLivePermitted(project: AppProject, key: ResourceKey, cluster: DestinationCluster): boolean {
  return isResourcePermitted(project.spec, key, cluster);
}

/** Why a task may not run; undefined when it may. Messages as Argo CD words them. */
export function taskViolation(
  project: AppProject,
  key: ResourceKey,
  isNamespaced: boolean,
  destination: { cluster: DestinationCluster; namespace: string },
): string | undefined {
  const name = project.metadata.name;
  if (!isKindPermitted(project.spec, key, isNamespaced))
    return `resource ${key.group}:${key.kind} is not permitted in project ${name}`;
  if (!isNamespaced) return undefined;
  const namespace = key.namespace || destination.namespace;
  const verdict = isDestinationPermitted(project.spec, destination.cluster, namespace);
  return verdict === 'permitted' ? undefined : `namespace ${namespace} is not permitted in project '${name}'`;
}
