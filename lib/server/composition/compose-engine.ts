import path from 'node:path';
import { createGitRepositories } from '@/lib/adapters/git/create-git-repositories';
import { createJqEvaluator } from '@/lib/adapters/jq/create-jq-evaluator';
import {
  createClusterClient,
  type ClusterAddress,
  type ClusterSecretConfig,
} from '@/lib/adapters/kubernetes/create-cluster-client';
import { createLuaEvaluator } from '@/lib/adapters/lua/create-lua-evaluator';
import { createManifestRenderer } from '@/lib/adapters/render/create-manifest-renderer';
import { customHealth } from '@/lib/domain/health/custom/custom-health';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import type { ArgoSettings } from '@/lib/domain/settings/argo-settings';
import { Engine } from '@/lib/engine/engine';
import type { Ledger } from '@/lib/engine/ports/ledger';
import { systemClock } from './system-clock';

export interface EngineParts {
  address: ClusterAddress;
  home: string;
  namespace: string;
  pollMs: number;
  ledger: Ledger;
  environment: Readonly<Record<string, string | undefined>>;
  onError: (what: string, error: unknown) => void;
}

/** The engine on real adapters: Kubernetes over HTTP, git, helm and kustomize, jq and Lua. */
export function composeEngine(parts: EngineParts) {
  const repositories = createGitRepositories(path.join(parts.home, 'repositories'));
  const lua = createLuaEvaluator();
  const engine: Engine = new Engine({
    local: createClusterClient(parts.address),
    connect: (secret) =>
      createClusterClient({
        from: 'cluster-secret',
        server: secret.server,
        config: JSON.parse(secret.config) as ClusterSecretConfig,
      }),
    createRenderer: (credentialsFor) =>
      createManifestRenderer({
        repositories,
        credentialsFor,
        folder: path.join(parts.home, 'render'),
        environment: parts.environment,
      }),
    ledger: parts.ledger,
    jq: createJqEvaluator(),
    clock: systemClock,
    namespace: parts.namespace,
    pollMs: parts.pollMs,
    healthOverride: healthBy(() => engine.control.settings, lua.evaluate),
    onError: parts.onError,
  });
  return { engine, repositories };
}

/** User checks of `argocd-cm`; read anew when the settings change. */
function healthBy(settings: () => ArgoSettings, evaluate: ReturnType<typeof createLuaEvaluator>['evaluate']) {
  let known: ArgoSettings | undefined;
  let check = customHealth(new Map(), evaluate);
  return (object: KubernetesObject) => {
    const current = settings();
    if (current !== known) {
      known = current;
      check = customHealth(current.healthLua, evaluate);
    }
    return check(object);
  };
}
