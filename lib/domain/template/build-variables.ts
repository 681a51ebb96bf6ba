import type { ApplicationSource } from '../application/application-spec';

export interface BuildContext {
  applicationName: string;
  destinationNamespace: string;
  project: string;
  /** Commit hash or chart version. */
  revision: string;
  source: Pick<ApplicationSource, 'repoURL' | 'path' | 'targetRevision'>;
  kubeVersion: string;
  apiVersions: readonly string[];
}

/** The variables that Argo CD gives to Helm parameters, value file names and Kustomize labels. */
export function buildVariables(context: BuildContext): Record<string, string> {
  return {
    ARGOCD_APP_NAME: context.applicationName,
    ARGOCD_APP_NAMESPACE: context.destinationNamespace,
    ARGOCD_APP_PROJECT_NAME: context.project,
    ARGOCD_APP_REVISION: context.revision,
    ARGOCD_APP_REVISION_SHORT: context.revision.slice(0, 7),
    ARGOCD_APP_REVISION_SHORT_8: context.revision.slice(0, 8),
    ARGOCD_APP_SOURCE_REPO_URL: context.source.repoURL,
    ARGOCD_APP_SOURCE_PATH: context.source.path ?? '',
    ARGOCD_APP_SOURCE_TARGET_REVISION: context.source.targetRevision ?? '',
    KUBE_VERSION: context.kubeVersion,
    KUBE_API_VERSIONS: context.apiVersions.join(','),
  };
}
