import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { valid } from 'semver';
import { isJsonObject } from '@/lib/domain/resource/json';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { CredentialsFor } from '@/lib/engine/ports/manifest-renderer';
import { parseYamlValue } from '../manifests/parse-yaml';
import type { ToolRunner } from '../process/tool-runner';
import type { ChartDependency } from './chart-files';
import { HelmSession } from './helm-session';

export interface ChartRequest {
  repoUrl: string;
  chart: string;
  /** An exact version, or for `resolve` a range; '' is any release. */
  version: string;
  passCredentials?: boolean;
}

/** Milliseconds for which a version range is not looked up again. */
const RESOLVED_MS = 180_000;

/** Charts of HTTP and OCI repositories, fetched by helm; credentials go through private files, never a command line. */
export class ChartRepositories {
  readonly #tools: ToolRunner;
  readonly #credentialsFor: CredentialsFor;
  readonly #cache: string;
  readonly #resolved = new Map<string, { version: string; until: number }>();

  constructor(options: { tools: ToolRunner; credentialsFor: CredentialsFor; cacheFolder: string }) {
    this.#tools = options.tools;
    this.#credentialsFor = options.credentialsFor;
    this.#cache = options.cacheFolder;
  }

  /** A version as it stands; a range → the highest version that the repository has in it. */
  async resolve(request: ChartRequest, refresh: boolean, signal: AbortSignal): Promise<string> {
    const { repoUrl, chart, version: range } = request;
    if (valid(range)) return range;
    const key = `${repoUrl} ${chart} ${range}`;
    const known = this.#resolved.get(key);
    if (known && !refresh && known.until > Date.now()) return known.version;
    const version = await this.#session(request, signal, async (session) => {
      const access = await session.access(repoUrl, chart);
      const args = ['show', 'chart', access.chart, '--version', range || '>=0.0.0', ...access.flags];
      const output = await session.helm(args, `helm show chart ${chart} --version ${range}`);
      const parsed = parseYamlValue(output, `Chart.yaml of ${chart}`);
      return isJsonObject(parsed) && typeof parsed['version'] === 'string' ? parsed['version'] : '';
    });
    this.#resolved.set(key, { version, until: Date.now() + RESOLVED_MS });
    return version;
  }

  /** The chart, unpacked, below `target`; downloaded once per version. */
  async download(request: ChartRequest, target: string, signal: AbortSignal): Promise<string> {
    const { repoUrl, chart, version } = request;
    const name = createHash('sha256').update(`${repoUrl} ${chart} ${version}`).digest('hex').slice(0, 24);
    const kept = path.join(this.#cache, name);
    if (!existsSync(kept)) await this.#pull(request, kept, signal);
    await cp(kept, target, { recursive: true });
    const [folder] = await readdir(target);
    return path.join(target, folder ?? '');
  }

  /** `helm dependency build` with the credentials of every repository that the chart names. */
  async buildDependencies(
    folder: string,
    dependencies: ChartDependency[],
    signal: AbortSignal,
  ): Promise<void> {
    const options = { tools: this.#tools, credentialsFor: this.#credentialsFor, signal };
    await HelmSession.run(options, async (session) => {
      const flags = await session.flagsFor(dependencies.map((each) => each.repository));
      await session.helm(['dependency', 'build', ...flags], 'helm dependency build', folder);
    });
  }

  async #pull(request: ChartRequest, kept: string, signal: AbortSignal): Promise<void> {
    const { repoUrl, chart, version } = request;
    const fresh = path.join(this.#cache, `.pulling-${randomUUID()}`);
    await mkdir(fresh, { recursive: true });
    try {
      await this.#session(request, signal, async (session) => {
        const access = await session.access(repoUrl, chart);
        const args = [
          'pull',
          access.chart,
          '--version',
          version,
          '--untar',
          '--untardir',
          fresh,
          ...access.flags,
        ];
        await session.helm(args, `helm pull ${chart} --version ${version}`);
      });
      for (const entry of await readdir(fresh)) {
        if (entry.endsWith('.tgz')) await rm(path.join(fresh, entry));
      }
      await rename(fresh, kept).catch((error: unknown) => {
        if (!existsSync(kept)) throw error;
      });
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  }

  async #session<T>(
    request: ChartRequest,
    signal: AbortSignal,
    work: (session: HelmSession) => Promise<T>,
  ): Promise<T> {
    const options = {
      tools: this.#tools,
      credentialsFor: this.#credentialsFor,
      signal,
      passCredentials: request.passCredentials ?? false,
    };
    return HelmSession.run(options, work).catch((error: unknown) => {
      throw explain(error, request);
    });
  }
}

function explain(error: unknown, { repoUrl, chart, version }: ChartRequest): unknown {
  if (!(error instanceof AdapterError)) return error;
  const isAbsent = /not found|no chart version|improper constraint|could not locate/i.test(error.message);
  const what = `chart ${chart} at version "${version}" from ${repoUrl.replace(/\/\/[^/@]+@/, '//')}`;
  return new AdapterError(`${isAbsent ? 'unable to resolve' : 'failed to get'} ${what}: ${error.message}`, {
    // A repository that does not answer may do so later; a version that is not there may be published.
    retry: 'retryable',
    reason: isAbsent ? 'RevisionNotFound' : 'Unreachable',
    cause: error,
  });
}
