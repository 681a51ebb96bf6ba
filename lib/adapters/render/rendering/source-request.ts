import type { ApplicationSource } from '@/lib/domain/application/application-spec';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { RenderRequest } from '@/lib/engine/ports/manifest-renderer';
import type { SourceTree } from '../source/source-tree';

/** One source of a request, ready to be rendered: its files, its folder, its settings with overrides in place. */
export interface SourceRequest {
  request: RenderRequest;
  source: ApplicationSource;
  revision: string;
  tree: SourceTree;
  /** From the root of `tree`; '' is the root. */
  folder: string;
  /** Build variables. */
  variables: Record<string, string>;
  /** The tree of the source with this `ref`; undefined where there is none. */
  treeOf: (ref: string) => Promise<SourceTree | undefined>;
}

export interface Rendered {
  objects: KubernetesObject[];
  notices: string[];
}

/** A rendering that has looked at what it will read, and has done nothing else yet. */
export interface PreparedRendering {
  /** Everything that decides the result: digests of what is read, and parameters. */
  key: unknown;
  run: (signal: AbortSignal) => Promise<Rendered>;
}
