import type { ObjectMeta } from '../resource/kubernetes-object';
import type { ApplicationSource, ApplicationSpec } from './application-spec';
import type { ApplicationStatus, Operation } from './application-status';

export const APPLICATION_API_VERSION = 'argoproj.io/v1alpha1';

/** Argo CD's Application custom resource. */
export interface Application {
  apiVersion: string;
  kind: 'Application';
  metadata: ObjectMeta & { name: string; namespace: string };
  spec: ApplicationSpec;
  status?: ApplicationStatus;
  operation?: Operation;
  [field: string]: unknown;
}

/** The Application's sources in order; `sources` wins over `source`, as in Argo CD. */
export function sourcesOf(spec: ApplicationSpec): ApplicationSource[] {
  if (spec.sources && spec.sources.length > 0) return spec.sources;
  return spec.source ? [spec.source] : [];
}

export function hasMultipleSources(spec: ApplicationSpec): boolean {
  return (spec.sources?.length ?? 0) > 0;
}

/** `namespace/name`: identity of an Application within the control-plane cluster. */
export function applicationId(app: Pick<Application, 'metadata'>): string {
  return `${app.metadata.namespace}/${app.metadata.name}`;
}
