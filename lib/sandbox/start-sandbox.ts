import type { SandboxClient } from './kube-api/client/sandbox-client';
import { startKubeApi } from './kube-api/start-kube-api';
import { startControllers } from './controllers/start-controllers';

export interface SandboxOptions {
  /** 0 (the default) takes a free port. */
  port?: number;
  host?: string;
  /** 10 lets ten seconds of the controllers' time pass in one. */
  timeScale?: number;
  /** Told of a controller's failure on one object, which it tries again. */
  onError?: (controller: string, key: string, error: unknown) => void;
}

export interface Sandbox {
  url: string;
  /** Text of a kubeconfig for it. */
  kubeconfig: string;
  client: SandboxClient;
  /** Makes the server forget old resourceVersions, so that resumed watches get 410. */
  forgetHistory(): void;
  stop(): Promise<void>;
}

/** A Kubernetes cluster in this process: API server and controllers. Everything is gone with `stop`. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0, timeScale = 1, onError = () => undefined } = options;
  const server = await startKubeApi({ host, port });
  const stopControllers = startControllers(server.client, { timeScale, onError });
  return {
    ...server,
    stop: async () => {
      stopControllers();
      await server.stop();
    },
  };
}
