import { splitApiVersion } from '@/lib/domain/resource/resource-key';
import { AdapterError, isAdapterError } from '@/lib/engine/ports/adapter-error';
import type { ApiResource } from '@/lib/engine/ports/cluster-client';
import { parseAggregatedDiscovery, type AggregatedDiscovery } from './parse-aggregated-discovery';
import {
  parseLegacyResources,
  versionsOf,
  type ApiGroup,
  type LegacyResourceList,
} from './parse-legacy-discovery';

export type GetJson = (path: string, accept?: string) => Promise<unknown>;

const AGGREGATED =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,' +
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json';
/** A kind that was not found is looked for again at most this often. Milliseconds. */
const LOOK_AGAIN_AFTER_MS = 1_000;

/** What the cluster serves, asked once and again after `invalidate` or when an unknown kind is wanted. */
export class DiscoveryCache {
  readonly #getJson: GetJson;
  #resources: Promise<ApiResource[]> | undefined;
  #readAt = 0;

  constructor(getJson: GetJson) {
    this.#getJson = getJson;
  }

  invalidate(): void {
    this.#resources = undefined;
  }

  /** One question for all who ask at the same time; a failure is not remembered. */
  all(): Promise<ApiResource[]> {
    if (this.#resources) return this.#resources;
    this.#readAt = Date.now();
    const reading = this.#read();
    this.#resources = reading;
    reading.catch(() => {
      if (this.#resources === reading) this.#resources = undefined;
    });
    return reading;
  }

  async find(apiVersion: string, kind: string): Promise<ApiResource | undefined> {
    const known = match(await this.all(), apiVersion, kind);
    if (known || Date.now() - this.#readAt < LOOK_AGAIN_AFTER_MS) return known;
    this.invalidate();
    return match(await this.all(), apiVersion, kind);
  }

  async require(apiVersion: string, kind: string): Promise<ApiResource> {
    const found = await this.find(apiVersion, kind);
    if (found) return found;
    throw new AdapterError(`no matches for kind "${kind}" in version "${apiVersion}"`, {
      retry: 'terminal',
      status: 404,
      reason: 'NoKindMatch',
    });
  }

  async #read(): Promise<ApiResource[]> {
    const [core, groups] = await Promise.all([
      this.#getJson('/api', AGGREGATED),
      this.#getJson('/apis', AGGREGATED),
    ]);
    return (
      await Promise.all([this.#parse(core as Discovery, '/api'), this.#parse(groups as Discovery, '/apis')])
    ).flat();
  }

  async #parse(document: Discovery, path: '/api' | '/apis'): Promise<ApiResource[]> {
    if (document.kind === 'APIGroupDiscoveryList') return parseAggregatedDiscovery(document);
    const groups: ApiGroup[] =
      document.kind === 'APIVersions'
        ? [{ name: '', versions: document.versions.map((version) => ({ version })) }]
        : document.groups;
    const lists = groups.flatMap((group) =>
      versionsOf(group).map(async (version) => {
        const base = group.name === '' ? path : `${path}/${group.name}`;
        const list = await this.#readGroupVersion(`${base}/${version}`);
        return parseLegacyResources(group.name, version, list);
      }),
    );
    return (await Promise.all(lists)).flat();
  }

  /** An aggregated API whose server is down must not hide all others. */
  async #readGroupVersion(path: string): Promise<LegacyResourceList> {
    try {
      return (await this.#getJson(path)) as LegacyResourceList;
    } catch (error) {
      if (isAdapterError(error) && error.status !== undefined && error.status >= 404) return {};
      throw error;
    }
  }
}

type Discovery =
  | (AggregatedDiscovery & { kind: 'APIGroupDiscoveryList' })
  | { kind: 'APIVersions'; versions: string[] }
  | { kind: 'APIGroupList'; groups: ApiGroup[] };

function match(resources: ApiResource[], apiVersion: string, kind: string): ApiResource | undefined {
  const { group, version } = splitApiVersion(apiVersion);
  return resources.find((each) => each.kind === kind && each.group === group && each.version === version);
}
