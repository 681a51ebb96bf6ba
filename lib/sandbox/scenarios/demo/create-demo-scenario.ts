import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { examplesHistory } from '../examples/examples-history';
import { buildRepository } from '../git/build-repository';
import { shopHistory } from '../tidewater/shop-history';
import { DEMO_DRIFT, type DemoDrift } from './demo-drift';
import { demoProjects } from './demo-projects';
import { exampleApplicationFiles } from './example-applications';

export interface DemoScenario {
  /** Real bare repositories: clone them, push to them. */
  repositories: { name: string; url: string; path: string }[];
  /** Objects of the argocd namespace (which must be there), in the order in which to create them. */
  manifests: KubernetesObject[];
  /** Edits by hand, each for after its Application's first sync. */
  drift: readonly DemoDrift[];
}

export interface DemoOptions {
  /** `$PROMONTORY_HOME`; the repositories are in its `git/`. */
  home: string;
  /** Destination of all Applications, such as `https://kubernetes.default.svc`. */
  serverUrl: string;
  /** Makes the repositories anew: what was pushed to them is lost. */
  reset?: boolean;
  now?: Date;
}

/** The shop Tidewater: 34 Applications in 4 projects. Repositories that are there are kept, so that this may run at every start. */
export async function createDemoScenario(options: DemoOptions): Promise<DemoScenario> {
  const { home, serverUrl, now = new Date() } = options;
  const shop = repository(home, 'tidewater');
  const examples = repository(home, 'platform');
  if (options.reset) {
    await Promise.all(
      [shop, examples].map(({ path: folder }) => rm(folder, { recursive: true, force: true })),
    );
  }
  const applications = exampleApplicationFiles(examples.url, serverUrl);
  const history = shopHistory({ shopUrl: shop.url, serverUrl }, now, applications);
  await buildRepository(shop.path, 'Tidewater: services, environments, Argo CD', history);
  await buildRepository(examples.path, 'Tidewater: what runs beside the shop', examplesHistory(now));
  return {
    repositories: [shop, examples],
    manifests: [
      ...settings(),
      ...[shop, examples].map(repositorySecret),
      ...(demoProjects({ shop: shop.url, examples: examples.url }, now) as unknown as KubernetesObject[]),
      rootApplication(shop.url, serverUrl),
    ],
    drift: DEMO_DRIFT,
  };
}

function repository(home: string, name: string): DemoScenario['repositories'][number] {
  const folder = path.resolve(home, 'git', `${name}.git`);
  return { name, url: pathToFileURL(folder).href, path: folder };
}

function settings(): KubernetesObject[] {
  const partOf = { 'app.kubernetes.io/part-of': 'argocd' };
  const configMap = (name: string, data: Record<string, string>): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'argocd', labels: partOf },
    data,
  });
  return [
    configMap('argocd-cm', {
      'application.resourceTrackingMethod': 'annotation',
      // Nobody sends webhooks for a folder on disk: look often.
      'timeout.reconciliation': '15s',
      'timeout.reconciliation.jitter': '3s',
    }),
    configMap('argocd-rbac-cm', { 'policy.default': 'role:admin' }),
  ];
}

function repositorySecret({ name, url }: DemoScenario['repositories'][number]): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: `repository-${name}`,
      namespace: 'argocd',
      labels: { 'argocd.argoproj.io/secret-type': 'repository' },
    },
    stringData: { type: 'git', name, url },
  };
}

/** As in the repository's `argo/root-app.yaml`, which it manages from then on. */
function rootApplication(shopUrl: string, serverUrl: string): KubernetesObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'root', namespace: 'argocd' },
    spec: {
      project: 'platform',
      source: { repoURL: shopUrl, targetRevision: 'main', path: 'argo', directory: { recurse: true } },
      destination: { server: serverUrl, namespace: 'argocd' },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
  };
}
