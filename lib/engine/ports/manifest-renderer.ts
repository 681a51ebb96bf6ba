import type { ApplicationSource } from '@/lib/domain/application/application-spec';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { RepositoryCredentials } from './git-repository';

export interface RenderRequest {
  application: { name: string; namespace: string; project: string };
  destinationNamespace: string;
  /** All sources in order; those with `ref` only serve value files. */
  sources: ApplicationSource[];
  /** Resolved commit (or chart version) of each source, same order. */
  revisions: string[];
  kubeVersion: string;
  /** `group/version/Kind` and `group/version` as Helm's `.Capabilities.APIVersions` takes them. */
  apiVersions: string[];
  /** `kustomize.buildOptions` of `argocd-cm`. */
  kustomizeBuildOptions?: string;
}

export interface RenderedManifests {
  /** In order; tracking not yet applied. Duplicates are kept: the domain reports them. */
  objects: KubernetesObject[];
  /** Per source; '' for a source that only serves value files. */
  sourceTypes: ('Helm' | 'Kustomize' | 'Directory' | 'Plugin' | '')[];
  /** Things worth knowing that are no conditions, such as a value file found under the repository root. */
  notices: string[];
}

/** Message of a failed rendering, with the file and line where they are known. Thrown as cause of `AdapterError`. */
export interface ManifestRenderer {
  /** Chart version range or Git revision → what `render` takes. `refresh` asks the remote again. */
  resolve(source: ApplicationSource, options: { refresh: boolean }, signal?: AbortSignal): Promise<string>;
  /**
   * Cached by the tree hashes of everything the sources read plus parameters. A failure's `reason` is `source-<n>`
   * (from 1), its cause has the reason itself.
   */
  render(request: RenderRequest, signal?: AbortSignal): Promise<RenderedManifests>;
}

/** Where the renderer finds credentials and chart repositories. */
export type CredentialsFor = (
  repoUrl: string,
) => Promise<(RepositoryCredentials & { type?: 'git' | 'helm'; enableOCI?: boolean }) | undefined>;
