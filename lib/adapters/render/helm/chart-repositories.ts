import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { valid } from 'semver';
import { isJsonObject } from '@/lib/domain/resource/json';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { CredentialsFor } from '@/lib/engine/ports/manifest-renderer';
import { parseYamlValue } from '../manifests/parse-yaml';
import type { ToolRunner } from '../process/tool-runner';
import type { ChartDependency } from './chart-files';
import { registryConfig, repositoryConfig } from './helm-credentials';

interface Access {
  /** What helm calls the chart: `repository/name` or `oci://…`. */
  chart: string;
  flags: string[];
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

  /** A version as it stands; a range ('' is any release) → the highest version that the repository has in it. */
  async resolve(
    repoUrl: string,
    chart: string,
    range: string,
    refresh: boolean,
    signal: AbortSignal,
  ): Promise<string> {
    if (valid(range)) return range;
    const key = `${repoUrl} ${chart} ${range}`;
    const known = this.#resolved.get(key);
    if (known && !refresh && known.until > Date.now()) return known.version;
    const version = await this.#inSession(async (session) => {
      const access = await this.#access(repoUrl, chart, session, signal);
      const output = await this.#tools.run(
        'helm',
        ['show', 'chart', access.chart, '--version', range || '>=0.0.0', ...access.flags],
        {
          cwd: session,
          signal,
          shownAs: `helm show chart ${chart} --version ${range}`,
        },
      );
      const parsed = parseYamlValue(output, `Chart.yaml of ${chart}`);
      return isJsonObject(parsed) && typeof parsed['version'] === 'string' ? parsed['version'] : '';
    }).catch((error: unknown) => {
      throw explain(error, repoUrl, chart, range);
    });
    this.#resolved.set(key, { version, until: Date.now() + RESOLVED_MS });
    return version;
  }

  /** The chart, unpacked, below `target`; downloaded once per version. */
  async download(
    repoUrl: string,
    chart: string,
    version: string,
    target: string,
    signal: AbortSignal,
  ): Promise<string> {
    const name = createHash('sha256').update(`${repoUrl} ${chart} ${version}`).digest('hex').slice(0, 24);
    const kept = path.join(this.#cache, name);
    if (!existsSync(kept)) await this.#pull(repoUrl, chart, version, kept, signal);
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
    await this.#inSession(async (session) => {
      const flags = await this.#configure(
        dependencies.map((each) => each.repository),
        session,
        signal,
      );
      await this.#tools.run('helm', ['dependency', 'build', ...flags], {
        cwd: folder,
        signal,
        shownAs: 'helm dependency build',
      });
    });
  }

  async #pull(
    repoUrl: string,
    chart: string,
    version: string,
    kept: string,
    signal: AbortSignal,
  ): Promise<void> {
    const fresh = path.join(this.#cache, `.pulling-${randomUUID()}`);
    await mkdir(fresh, { recursive: true });
    try {
      await this.#inSession(async (session) => {
        const access = await this.#access(repoUrl, chart, session, signal);
        await this.#tools.run(
          'helm',
          ['pull', access.chart, '--version', version, '--untar', '--untardir', fresh, ...access.flags],
          {
            cwd: session,
            signal,
            shownAs: `helm pull ${chart} --version ${version}`,
          },
        );
      });
      for (const entry of await readdir(fresh)) if (entry.endsWith('.tgz')) await rm(path.join(fresh, entry));
      await rename(fresh, kept).catch((error: unknown) => {
        if (!existsSync(kept)) throw error;
      });
    } catch (error) {
      throw explain(error, repoUrl, chart, version);
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  }

  async #access(repoUrl: string, chart: string, session: string, signal: AbortSignal): Promise<Access> {
    const credentials = await this.#credentialsFor(repoUrl);
    const isOci =
      repoUrl.startsWith('oci://') || credentials?.enableOCI === true || !/^https?:\/\//.test(repoUrl);
    const address = isOci && !repoUrl.startsWith('oci://') ? `oci://${repoUrl}` : repoUrl;
    const flags = await this.#configure([address], session, signal, repoUrl);
    const base = address.replace(/\/+$/, '');
    return { chart: isOci ? `${base}/${chart}` : `r0/${chart}`, flags };
  }

  /** Writes helm's own configuration files for these repositories and loads the indexes of the HTTP ones. */
  async #configure(
    addresses: string[],
    session: string,
    signal: AbortSignal,
    known?: string,
  ): Promise<string[]> {
    const http = [...new Set(addresses.filter((each) => /^https?:\/\//.test(each)))];
    const oci = [...new Set(addresses.filter((each) => each.startsWith('oci://')))];
    const lookUp = async (url: string) =>
      (await this.#credentialsFor(known ?? url)) ??
      (await this.#credentialsFor(url.replace(/^oci:\/\//, '')));
    const withCredentials = async (urls: string[]) =>
      Promise.all(urls.map(async (url) => ({ url, credentials: await lookUp(url) })));
    const files = {
      repositories: path.join(session, 'repositories.yaml'),
      registry: path.join(session, 'registry.json'),
    };
    await writeFile(files.repositories, repositoryConfig(await withCredentials(http)), { mode: 0o600 });
    await writeFile(files.registry, registryConfig(await withCredentials(oci)), { mode: 0o600 });
    const common = [
      '--repository-config',
      files.repositories,
      '--registry-config',
      files.registry,
      '--repository-cache',
      path.join(session, 'cache'),
    ];
    if (http.length > 0) {
      await this.#tools.run('helm', ['repo', 'update', ...common], {
        cwd: session,
        signal,
        shownAs: 'helm repo update',
      });
    }
    const isPlain = oci.some((each) => /^oci:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(each));
    return isPlain ? [...common, '--plain-http'] : common;
  }

  async #inSession<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(path.join(await this.#tools.workFolder(), 'charts-'));
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function explain(error: unknown, repoUrl: string, chart: string, version: string): unknown {
  if (!(error instanceof AdapterError)) return error;
  const isAbsent = /not found|no chart version|improper constraint|could not locate/i.test(error.message);
  const what = `chart ${chart} at version "${version}" from ${repoUrl.replace(/\/\/[^/@]+@/, '//')}`;
  return new AdapterError(
    isAbsent ? `unable to resolve ${what}: ${error.message}` : `failed to get ${what}: ${error.message}`,
    {
      // A repository that does not answer may do so later; a version that is not there may be published.
      retry: 'retryable',
      reason: isAbsent ? 'RevisionNotFound' : 'Unreachable',
      cause: error,
    },
  );
}
