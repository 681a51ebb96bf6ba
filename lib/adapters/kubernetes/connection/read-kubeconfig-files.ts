import { delimiter } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';

/** One file, or several as `KUBECONFIG` lists them: the first one that names something wins. Throws what reading throws. */
export function readKubeconfigFiles(paths: string): KubeConfig {
  const [first = '', ...others] = paths.split(delimiter).filter((path) => path !== '');
  const config = new KubeConfig();
  config.loadFromFile(first);
  for (const path of others) {
    const other = new KubeConfig();
    other.loadFromFile(path);
    config.clusters = merge(config.clusters, other.clusters);
    config.users = merge(config.users, other.users);
    config.contexts = merge(config.contexts, other.contexts);
    config.currentContext ||= other.currentContext;
  }
  return config;
}

function merge<T extends { name: string }>(first: T[], second: T[]): T[] {
  const names = new Set(first.map((each) => each.name));
  return [...first, ...second.filter((each) => !names.has(each.name))];
}
