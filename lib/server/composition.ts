import path from 'node:path';
import { createLogger } from './composition/create-logger';
import { composeEngine } from './composition/compose-engine';
import { composeSandbox, type DemoSandbox } from './composition/compose-sandbox';
import { systemClock } from './composition/system-clock';
import { openEmbeddedLedger } from '@/lib/adapters/database/embedded/open-embedded-ledger';
import { openServerLedger } from '@/lib/adapters/database/server/open-server-ledger';
import { matchesWebhook } from '@/lib/adapters/git/webhook/matches-webhook';
import { parseWebhook, webhookProviderOf } from '@/lib/adapters/git/webhook/parse-webhook';
import type { ClusterAddress } from '@/lib/adapters/kubernetes/create-cluster-client';
import type { Version } from '@/lib/contracts/platform/version';
import { createEngineView } from './engine-view/create-engine-view';
import type { Env } from './env';
import { startRuntime } from './lifecycle/start-runtime';

export interface Running {
  demo: DemoSandbox | undefined;
  stop: () => Promise<void>;
}

/** Picks the adapters for this environment and starts engine and API on them. The only place that does. */
export async function compose(
  env: Env,
  options: { isDemo: boolean; isReset: boolean; root: string; source: NodeJS.ProcessEnv },
): Promise<Running> {
  const log = createLogger(options.source['PROMONTORY_LOG']);
  const onError = (what: string, error: unknown) =>
    log.error({ error: error instanceof Error ? error.message : String(error) }, what);
  const demo = options.isDemo
    ? await composeSandbox({
        home: env.home,
        crds: path.join(options.root, 'deploy/crds'),
        reset: options.isReset,
        onError,
      })
    : undefined;
  const migrations = path.join(options.root, 'prisma/migrations');
  const ledger = env.databaseUrl
    ? await openServerLedger({ url: env.databaseUrl, migrations })
    : await openEmbeddedLedger({ directory: path.join(env.home, 'ledger'), migrations });
  const { engine, repositories } = composeEngine({
    address: demo ? { from: 'kubeconfig-text', text: demo.sandbox.kubeconfig } : clusterAddress(env),
    home: env.home,
    namespace: options.source['PROMONTORY_NAMESPACE'] || 'argocd',
    pollMs: pollMs(options.source['PROMONTORY_POLL_SECONDS']),
    ledger,
    environment: options.source,
    onError,
  });
  const view = createEngineView({
    engine,
    repositories,
    webhookSecret: (provider) => options.source[`PROMONTORY_WEBHOOK_SECRET_${provider.toUpperCase()}`] ?? '',
    matchesPush: (repoUrl, repoUrls) => matchesWebhook(repoUrl, { repoUrls }),
  });
  const started = startRuntime({
    engine: view,
    ledger,
    clock: systemClock,
    log,
    version: versionOf(options.source),
    webhooks: { parse: parseWebhook, providerOf: webhookProviderOf },
  });
  void engine.start().catch((error: unknown) => onError('the engine could not start', error));
  return {
    demo,
    stop: async () => {
      await engine.stop();
      await started.stop();
      await demo?.sandbox.stop();
    },
  };
}

function clusterAddress(env: Env): ClusterAddress {
  return env.kubeconfig
    ? { from: 'kubeconfig-file', path: env.kubeconfig.join(':') }
    : { from: 'in-cluster' };
}

/** Argo CD's default is 120 s plus jitter; 0 switches polling off. */
function pollMs(text = '120'): number {
  const seconds = Number(text);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : 120_000;
}

function versionOf(source: NodeJS.ProcessEnv): Version {
  const ProductVersion = source['npm_package_version'] ?? '0.1.0';
  return {
    Version: `v3.6.0+promontory-${ProductVersion}`,
    Product: 'Promontory',
    ProductVersion,
    Platform: `${process.platform}/${process.arch}`,
    HelmVersion: '',
    KustomizeVersion: '',
    KubectlVersion: '',
  };
}
