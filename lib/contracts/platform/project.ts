import type { AppProject } from '@/lib/domain/project/app-project';

/** Argo CD's AppProject as it is; tokens of roles are left out. */
export type ProjectView = AppProject;

export interface ProjectList {
  metadata: Record<string, never>;
  items: ProjectView[];
}
