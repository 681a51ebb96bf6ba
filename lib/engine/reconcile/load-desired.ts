import type { Application } from '@/lib/domain/application/application';
import type { ApplicationSource } from '@/lib/domain/application/application-spec';
import type { ApplicationCondition } from '@/lib/domain/application/application-status';
import { normaliseTargets } from '@/lib/domain/manifest/normalise-targets';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { ArgoSettings } from '@/lib/domain/settings/argo-settings';
import { isResourceExcluded } from '@/lib/domain/settings/is-resource-excluded';
import { instanceNameOf } from '@/lib/domain/tracking/application-names';
import { markObject } from '@/lib/domain/tracking/mark-object';
import type { ClusterConnection } from '../control/cluster-connections';
import { AdapterError } from '../ports/adapter-error';
import type { ManifestRenderer } from '../ports/manifest-renderer';
import { supportedVersions } from './supported-versions';

export interface DesiredState {
  revisions: string[];
  sourceTypes: string[];
  objects: KubernetesObject[];
  conditions: ApplicationCondition[];
  notices: string[];
}

export type DesiredResult =
  | { ok: true; desired: DesiredState }
  /** `revisions` are what could be resolved; the target revision as written where it could not. */
  | { ok: false; message: string; revisions: string[]; isRetryable: boolean };

export interface LoadDesiredOptions {
  app: Application;
  sources: ApplicationSource[];
  /** Already resolved revisions, such as those of an operation; undefined: resolve. */
  revisions: string[] | undefined;
  refresh: boolean;
  cluster: ClusterConnection;
  settings: ArgoSettings;
  renderer: ManifestRenderer;
  controlPlaneNamespace: string;
  signal: AbortSignal;
}

/** Git and the renderers → the objects that the Application declares, marked as its own. Failures are values with Argo CD's words. */
export async function loadDesired(options: LoadDesiredOptions): Promise<DesiredResult> {
  const { app, sources, renderer, refresh, signal } = options;
  const revisions: string[] = [];
  try {
    for (const [index, source] of sources.entries()) {
      const known = options.revisions?.[index];
      revisions.push(
        await renderer.resolve(
          known ? { ...source, targetRevision: known } : source,
          { refresh: refresh && !known },
          signal,
        ),
      );
    }
    const { kubeVersion } = options.cluster.cache.capabilities;
    const rendered = await renderer.render(
      {
        application: {
          name: app.metadata.name,
          namespace: app.metadata.namespace,
          project: app.spec.project,
        },
        destinationNamespace: app.spec.destination.namespace ?? '',
        sources,
        revisions,
        kubeVersion: kubeVersion.replace(/^v/, '').replace(/[-+].*$/, ''),
        apiVersions: supportedVersions(options.cluster.cache.capabilities.resources),
      },
      signal,
    );
    const marked = markAll(rendered.objects, options);
    const { objects, conditions } = normaliseTargets(marked, targetSettings(options));
    return {
      ok: true,
      desired: {
        revisions,
        sourceTypes: rendered.sourceTypes,
        notices: rendered.notices,
        objects,
        conditions,
      },
    };
  } catch (error) {
    if (signal.aborted || !(error instanceof Error)) throw error;
    const filled = sources.map(
      (source, index) => revisions[index] ?? options.revisions?.[index] ?? source.targetRevision ?? '',
    );
    // Argo CD shows the revision as written while its manifests cannot be made.
    const shown = options.revisions ?? sources.map((source) => source.targetRevision ?? '');
    const isRetryable = error instanceof AdapterError && error.retry === 'retryable';
    return {
      ok: false,
      message: failureText(error, sources.length),
      revisions: shown.length > 0 ? shown : filled,
      isRetryable,
    };
  }
}

function markAll(
  objects: KubernetesObject[],
  { app, settings, controlPlaneNamespace }: LoadDesiredOptions,
): KubernetesObject[] {
  const instanceName = instanceNameOf(
    { name: app.metadata.name, namespace: app.metadata.namespace },
    controlPlaneNamespace,
  );
  const owner = { instanceName, destinationNamespace: app.spec.destination.namespace ?? '' };
  return objects.map((object) => {
    const broken = brokenAnnotation(object);
    if (broken) throw new Error(`failed to set app instance tracking info on manifest: ${broken}`);
    const marked = markObject(object, owner, settings);
    if (!marked.ok) throw new Error(`failed to set app instance tracking info on manifest: ${marked.reason}`);
    return marked.object;
  });
}

/** Annotations that are no strings make every later write fail: say which one, here. */
function brokenAnnotation(object: KubernetesObject): string | undefined {
  for (const [key, value] of Object.entries(object.metadata.annotations ?? {}) as [string, unknown][]) {
    if (typeof value === 'string') continue;
    const { name = '', namespace = '' } = object.metadata;
    return `failed to get annotations for /${object.apiVersion}, Kind=${object.kind} ${namespace}/${name}: .metadata.annotations accessor error: contains non-string value in the map under key "${key}": ${JSON.stringify(value)} is of the type ${typeof value}, expected string`;
  }
  return undefined;
}

function targetSettings({ app, cluster, settings }: LoadDesiredOptions) {
  const { resources } = cluster.cache.capabilities;
  const scopes = new Map(resources.map((each) => [`${each.group}/${each.kind}`, each.namespaced]));
  return {
    destinationNamespace: app.spec.destination.namespace ?? '',
    isNamespaced: ({ group, kind }: { group: string; kind: string }) => scopes.get(`${group}/${kind}`),
    isExcluded: (kind: { group: string; kind: string }) => isResourceExcluded(kind, cluster.server, settings),
  };
}

/** `AdapterError.reason` of the renderer names the source as `source-<number from 1>`. */
function failureText(error: Error, total: number): string {
  const source = error instanceof AdapterError ? /^source-(\d+)$/.exec(error.reason ?? '')?.[1] : undefined;
  return `Failed to load target state: failed to generate manifest for source ${source ?? '1'} of ${total}: ${error.message}`;
}
