import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import { parseYamlValue } from '../manifests/parse-yaml';
import type { FileSet } from '../source/file-set';
import { insideRepository } from '../source/source-path';
import type { SourceTree } from '../source/source-tree';
import { inFolder } from '../source/source-type';

export interface ChartDependency {
  name: string;
  version: string;
  /** `https://…`, `oci://…`, `file://…`, `@alias`, or '' for a chart that lies in charts/. */
  repository: string;
}

/** Adds a chart's folder, and the folders that it names as `file://` dependencies, and theirs. */
export async function addChartFiles(
  set: FileSet,
  tree: SourceTree,
  folder: string,
): Promise<ChartDependency[]> {
  const all: ChartDependency[] = [];
  const visited = new Set<string>();
  const visit = async (at: string): Promise<void> => {
    if (visited.has(at)) return;
    visited.add(at);
    set.add(await tree.files(at, { recursive: true }));
    for (const dependency of await dependenciesOf(tree, at)) {
      all.push(dependency);
      if (!dependency.repository.startsWith('file://')) continue;
      const target = insideRepository(at, dependency.repository.slice('file://'.length));
      if (target !== undefined) await visit(target);
    }
  };
  await visit(folder);
  return all;
}

async function dependenciesOf(tree: SourceTree, folder: string): Promise<ChartDependency[]> {
  const found: ChartDependency[] = [];
  for (const name of ['Chart.yaml', 'requirements.yaml']) {
    const at = inFolder(folder, name);
    const text = (await tree.read(at))?.toString('utf8');
    const chart = text === undefined ? undefined : parseYamlValue(text, at);
    const list = isJsonObject(chart) && Array.isArray(chart['dependencies']) ? chart['dependencies'] : [];
    found.push(...list.filter(isJsonObject).map(dependencyOf));
  }
  return found;
}

function dependencyOf(entry: JsonObject): ChartDependency {
  const text = (field: string) => (typeof entry[field] === 'string' ? entry[field] : '');
  return { name: text('name'), version: text('version'), repository: text('repository') };
}
