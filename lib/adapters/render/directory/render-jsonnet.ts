import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { isJsonObject, type JsonObject } from '@/lib/domain/resource/json';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { readJsonManifests } from '../manifests/read-manifests';
import type { ToolRunner } from '../process/tool-runner';
import { FileSet } from '../source/file-set';
import type { SourceTree } from '../source/source-tree';

/** Renders one Jsonnet file, named from the repository's root. */
export type RenderJsonnet = (file: string) => Promise<KubernetesObject[]>;

interface JsonnetVariable {
  name: string;
  value: string;
  isCode: boolean;
}

/** Jsonnet by the `jsonnet` program, on a private copy of the folder and of the library folders that the source names. */
export function jsonnetRenderer(
  tools: ToolRunner,
  tree: SourceTree,
  folder: string,
  options: JsonObject,
  signal: AbortSignal,
): RenderJsonnet {
  return async (file) => {
    const work = await mkdtemp(path.join(await tools.workFolder(), 'jsonnet-'));
    try {
      const libraries = strings(options['libs']).map((each) => each.replace(/^\/+/, ''));
      const set = new FileSet();
      for (const each of [folder, ...libraries]) set.add(await tree.files(each, { recursive: true }));
      await set.writeTo(work);
      const args = [
        ...libraries.flatMap((each) => ['--jpath', path.join(work, each)]),
        ...variables(options['extVars']).flatMap((each) => [
          each.isCode ? '--ext-code' : '--ext-str',
          `${each.name}=${each.value}`,
        ]),
        ...variables(options['tlas']).flatMap((each) => [
          each.isCode ? '--tla-code' : '--tla-str',
          `${each.name}=${each.value}`,
        ]),
        path.join(work, file),
      ];
      const output = await tools.run('jsonnet', args, { cwd: work, signal, shownAs: `jsonnet ${file}` });
      return readJsonManifests(output, file);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  };
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function variables(value: unknown): JsonnetVariable[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isJsonObject).map((each) => ({
    name: typeof each['name'] === 'string' ? each['name'] : '',
    value: typeof each['value'] === 'string' ? each['value'] : '',
    isCode: each['code'] === true,
  }));
}
