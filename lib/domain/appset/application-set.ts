import type { ApplicationSpec } from '../application/application-spec';
import type { JsonObject, JsonValue } from '../resource/json';
import type { ObjectMeta } from '../resource/kubernetes-object';

/** Argo CD's ApplicationSet custom resource, the fields that decide. */
export interface ApplicationSet {
  apiVersion: string;
  kind: 'ApplicationSet';
  metadata: ObjectMeta & { name: string; namespace: string };
  spec: ApplicationSetSpec;
  status?: JsonObject;
  [field: string]: unknown;
}

export const APPLICATION_SET_POLICIES = ['create-only', 'create-update', 'create-delete', 'sync'] as const;
export type ApplicationSetPolicy = (typeof APPLICATION_SET_POLICIES)[number];

export interface ApplicationSetSpec {
  generators: Generator[];
  template: ApplicationTemplate;
  goTemplate?: boolean;
  goTemplateOptions?: string[];
  templatePatch?: string;
  syncPolicy?: { applicationsSync?: ApplicationSetPolicy; preserveResourcesOnDeletion?: boolean };
  preservedFields?: { annotations?: string[]; labels?: string[] };
  ignoreApplicationDifferences?: { name?: string; jsonPointers?: string[]; jqPathExpressions?: string[] }[];
}

/** Exactly one of the generator fields is set. */
export interface Generator {
  list?: { elements?: JsonValue[]; elementsYaml?: string; template?: PartialTemplate };
  [generator: string]: unknown;
}

export interface ApplicationTemplate {
  metadata: {
    name?: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    finalizers?: string[];
  };
  spec: ApplicationSpec;
}
export type PartialTemplate = { metadata?: ApplicationTemplate['metadata']; spec?: Partial<ApplicationSpec> };

/** What one generated Application is rendered from: flat keys in fasttemplate mode. */
export type Parameters = Record<string, JsonValue>;
