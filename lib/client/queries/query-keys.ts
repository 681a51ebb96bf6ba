import { formatApplicationRef, type ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { ResourceKey } from '@/lib/domain/resource/resource-key';

const of = (ref: ApplicationRef) => ['application', formatApplicationRef(ref)] as const;

/** Keys of the query cache. Everything of one application starts with `of(ref)`. */
export const queryKeys = {
  status: ['status'] as const,
  overview: ['overview'] as const,
  rows: ['rows'] as const,
  of,
  detail: (ref: ApplicationRef) => [...of(ref), 'detail'] as const,
  tree: (ref: ApplicationRef) => [...of(ref), 'tree'] as const,
  diff: (ref: ApplicationRef) => [...of(ref), 'diff'] as const,
  plan: (ref: ApplicationRef) => [...of(ref), 'plan'] as const,
  history: (ref: ApplicationRef) => [...of(ref), 'history'] as const,
  events: (ref: ApplicationRef) => [...of(ref), 'events'] as const,
  manifests: (ref: ApplicationRef) => [...of(ref), 'manifests'] as const,
  revision: (ref: ApplicationRef, sha: string) => [...of(ref), 'revision', sha] as const,
  resource: (ref: ApplicationRef, key: ResourceKey) =>
    [...of(ref), 'resource', key.group, key.kind, key.namespace, key.name] as const,
  /** Progress of a running operation, filled by the stream. */
  progress: (ref: ApplicationRef) => [...of(ref), 'progress'] as const,
  activity: ['activity'] as const,
  windows: ['windows'] as const,
  clusters: ['clusters'] as const,
  projects: ['projects'] as const,
  repositories: ['repositories'] as const,
  version: ['version'] as const,
};
