import type { ApplicationSource } from '@/lib/domain/application/application-spec';
import { renderError } from '../render-error';
import type { SourceTree } from './source-tree';

export type SourceType = 'Helm' | 'Kustomize' | 'Directory' | 'Plugin';

export const KUSTOMIZATION_NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const;

/** What renders a source: what its spec says, else what lies in the folder, else plain manifests. */
export async function sourceTypeOf(
  source: ApplicationSource,
  tree: SourceTree,
  folder: string,
): Promise<SourceType> {
  const explicit = explicitTypes(source);
  if (explicit.length > 1) throw renderError(`multiple application sources defined: ${explicit.join(',')}`);
  if (explicit[0]) return explicit[0];
  if (await tree.find(inFolder(folder, 'Chart.yaml'))) return 'Helm';
  for (const name of KUSTOMIZATION_NAMES) if (await tree.find(inFolder(folder, name))) return 'Kustomize';
  return 'Directory';
}

function explicitTypes(source: ApplicationSource): SourceType[] {
  const types: SourceType[] = [];
  if (source.kustomize) types.push('Kustomize');
  if (source.helm || source.chart) types.push('Helm');
  if (source.directory) types.push('Directory');
  if (source.plugin) types.push('Plugin');
  return types;
}

export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
