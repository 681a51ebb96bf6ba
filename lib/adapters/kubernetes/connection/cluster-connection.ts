import type { RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import { Agent, ProxyAgent, type Dispatcher } from 'undici';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { ClusterAddress } from './cluster-address';
import { loadKubeConfig } from './load-kube-config';

export interface SignedIn {
  /** Without trailing slash. */
  server: string;
  headers: Record<string, string>;
  /** Few connections, kept alive. */
  requests: Dispatcher;
  /** As many as there are watches. */
  streams: Dispatcher;
}

/** How long credentials are used before the files, tokens or plug-ins are asked again. Milliseconds. */
const CREDENTIALS_FOR_MS = 10_000;
const MAX_CONNECTIONS = 24;

/** Address, credentials and connection pools of one cluster; a pool is replaced when the TLS material changes. */
export class ClusterConnection {
  readonly #address: ClusterAddress;
  #config: KubeConfig | undefined;
  #signedIn: { value: SignedIn; tls: string; until: number } | undefined;
  #pending: Promise<SignedIn> | undefined;

  constructor(address: ClusterAddress) {
    this.#address = address;
  }

  /** `renew` after a 401: the kubeconfig is read and the exec plug-in asked again. */
  async signIn(renew = false): Promise<SignedIn> {
    if (renew) {
      this.#config = undefined;
      if (this.#signedIn) this.#signedIn.until = 0;
    }
    if (this.#signedIn && this.#signedIn.until > Date.now()) return this.#signedIn.value;
    this.#pending ??= this.#readCredentials().finally(() => (this.#pending = undefined));
    return this.#pending;
  }

  async close(): Promise<void> {
    const pools = this.#signedIn?.value;
    this.#signedIn = undefined;
    await Promise.all([pools?.requests.destroy(), pools?.streams.destroy()]);
  }

  async #readCredentials(): Promise<SignedIn> {
    this.#config ??= loadKubeConfig(this.#address);
    const cluster = this.#config.getCurrentCluster();
    const options: RequestOptions = {};
    try {
      await this.#config.applyToHTTPSOptions(options);
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message.trim() : String(cause);
      throw new AdapterError(`credentials of ${cluster?.server ?? 'cluster'}: ${detail}`, {
        retry: 'retryable',
        reason: 'Credentials',
        cause,
      });
    }
    const { ca, cert, key, rejectUnauthorized, servername } = options;
    const connect = { ca, cert, key, rejectUnauthorized, servername };
    const tls = JSON.stringify([cluster?.server, cluster?.proxyUrl, connect]);
    const old = this.#signedIn;
    const pools = old?.tls === tls ? old.value : this.#createPools(connect, cluster?.proxyUrl);
    const value: SignedIn = {
      server: (cluster?.server ?? '').replace(/\/$/, ''),
      headers: headersOf(options),
      requests: pools.requests,
      streams: pools.streams,
    };
    this.#signedIn = { value, tls, until: Date.now() + CREDENTIALS_FOR_MS };
    return value;
  }

  #createPools(connect: object, proxyUrl: string | undefined): Pick<SignedIn, 'requests' | 'streams'> {
    const tls = Object.fromEntries(Object.entries(connect).filter(([, value]) => value !== undefined));
    const create = (connections: number | null): Dispatcher =>
      proxyUrl
        ? new ProxyAgent({ uri: proxyUrl, requestTls: tls })
        : new Agent({ connect: tls, connections, keepAliveTimeout: 30_000 });
    return { requests: create(MAX_CONNECTIONS), streams: create(null) };
  }
}

function headersOf(options: RequestOptions): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (value !== undefined) headers[name.toLowerCase()] = String(value);
  }
  if (options.auth && !headers['authorization'])
    headers['authorization'] = `Basic ${Buffer.from(options.auth).toString('base64')}`;
  return headers;
}
