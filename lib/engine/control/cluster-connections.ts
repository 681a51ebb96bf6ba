import type { ArgoSettings } from '@/lib/domain/settings/argo-settings';
import { isResourceExcluded } from '@/lib/domain/settings/is-resource-excluded';
import type { ProjectionSettings } from '@/lib/domain/live/project-live-resource';
import { ClusterCache, type ResourceChange } from '../live/cluster-cache';
import { SchemaCache } from '../live/schema-cache';
import type { ClusterState } from '../live/cluster-watches';
import type { Clock } from '../ports/clock';
import type { ClusterClient } from '../ports/cluster-client';
import type { ClusterSecret } from './registry-secret';

/** The address by which Applications name the cluster that Promontory itself runs on, and its name. */
export const IN_CLUSTER_SERVER = 'https://kubernetes.default.svc';
export const IN_CLUSTER_NAME = 'in-cluster';

export interface ClusterConnection {
  server: string;
  name: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  namespaces: string[];
  client: ClusterClient;
  cache: ClusterCache;
  schemas: SchemaCache;
  /** Resolves when the cache has been filled once. */
  ready: Promise<void>;
}

export interface ClusterConnectionsOptions {
  local: ClusterClient;
  connect: (secret: ClusterSecret) => ClusterClient;
  clock: Clock;
  signal: AbortSignal;
  settings: () => ArgoSettings;
  assessHealth: ProjectionSettings['assessHealth'];
  onChange: (server: string, change: ResourceChange) => void;
  onState: (server: string, state: ClusterState) => void;
}

/** A live cache per cluster: the one Promontory runs on and those that cluster Secrets add. */
export class ClusterConnections {
  readonly #options: ClusterConnectionsOptions;
  readonly #connections = new Map<
    string,
    { connection: ClusterConnection; abort: AbortController; config: string }
  >();

  constructor(options: ClusterConnectionsOptions) {
    this.#options = options;
    this.#open(
      {
        server: IN_CLUSTER_SERVER,
        name: IN_CLUSTER_NAME,
        config: '',
        namespaces: [],
        clusterResources: true,
        project: '',
        labels: {},
        annotations: {},
      },
      options.local,
    );
  }

  /** Opens new clusters, closes removed ones, reopens those whose credentials changed. */
  update(secrets: ClusterSecret[]): void {
    const wanted = new Map(secrets.map((secret) => [secret.server, secret]));
    for (const [server, { abort, config }] of this.#connections) {
      const secret = wanted.get(server);
      if (server === IN_CLUSTER_SERVER || (secret && configOf(secret) === config)) continue;
      abort.abort();
      this.#connections.delete(server);
    }
    for (const secret of secrets) {
      if (!this.#connections.has(secret.server)) this.#open(secret, this.#options.connect(secret));
    }
  }

  byServer(server: string): ClusterConnection | undefined {
    return (
      this.#connections.get(server.replace(/\/$/, ''))?.connection ??
      this.#connections.get(server)?.connection
    );
  }

  byName(name: string): ClusterConnection[] {
    return this.all().filter((connection) => connection.name === name);
  }

  all(): ClusterConnection[] {
    return [...this.#connections.values()].map((each) => each.connection);
  }

  #open(secret: ClusterSecret, client: ClusterClient): void {
    const { clock, settings, assessHealth, onChange, onState } = this.#options;
    const abort = new AbortController();
    const signal = AbortSignal.any([this.#options.signal, abort.signal]);
    const { server } = secret;
    const schemas = new SchemaCache(client);
    const cache = new ClusterCache({
      client,
      clock,
      namespaces: secret.namespaces,
      projection: () => ({ instanceLabelKey: settings().instanceLabelKey, assessHealth }),
      isExcluded: (kind) => isResourceExcluded(kind, server, settings()),
      onChange: (change) => onChange(server, change),
      onState: (state) => onState(server, state),
      onCapabilities: () => schemas.invalidate(),
    });
    const { name, labels, annotations, namespaces } = secret;
    const connection = {
      server,
      name,
      labels,
      annotations,
      namespaces,
      client,
      cache,
      schemas,
      ready: cache.start(signal),
    };
    this.#connections.set(server, { connection, abort, config: configOf(secret) });
  }
}

const configOf = (secret: ClusterSecret): string => JSON.stringify(secret);
