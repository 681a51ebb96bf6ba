import type { ApplicationSource } from '@/lib/domain/application/application-spec';
import { applyMergePatch } from '@/lib/domain/manifest/merge-patch';
import { isJsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { parseYamlValue } from '../manifests/parse-yaml';
import { renderError } from '../render-error';
import type { SourceTree } from './source-tree';
import { inFolder } from './source-type';

/**
 * The source with what `.argocd-source.yaml` and then `.argocd-source-<app>.yaml` in its folder say, as JSON merge
 * patches. Only how to render can be overridden, never what: address, path, revision and chart stay.
 */
export async function withOverrides(
  source: ApplicationSource,
  tree: SourceTree,
  folder: string,
  applicationName: string,
): Promise<ApplicationSource> {
  let merged = source as unknown as JsonValue;
  for (const name of ['.argocd-source.yaml', `.argocd-source-${applicationName}.yaml`]) {
    const at = inFolder(folder, name);
    const bytes = await tree.read(at);
    if (!bytes) continue;
    const patch = parseYamlValue(bytes.toString('utf8'), at);
    if (!isJsonObject(patch))
      throw renderError(`${at} is no mapping: write helm:, kustomize: or directory: settings in it`);
    merged = applyMergePatch(merged, patch);
  }
  const result = merged as unknown as ApplicationSource;
  return {
    ...(result.helm ? { helm: result.helm } : {}),
    ...(result.kustomize ? { kustomize: result.kustomize } : {}),
    ...(result.directory ? { directory: result.directory } : {}),
    ...(result.plugin ? { plugin: result.plugin } : {}),
    repoURL: source.repoURL,
    ...(source.path === undefined ? {} : { path: source.path }),
    ...(source.targetRevision === undefined ? {} : { targetRevision: source.targetRevision }),
    ...(source.chart === undefined ? {} : { chart: source.chart }),
    ...(source.ref === undefined ? {} : { ref: source.ref }),
  };
}
