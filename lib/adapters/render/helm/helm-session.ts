import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CredentialsFor } from '@/lib/engine/ports/manifest-renderer';
import type { ToolRunner } from '../process/tool-runner';
import { registryConfig, repositoryConfig, type ChartAddress } from './helm-credentials';

export interface HelmSessionOptions {
  tools: ToolRunner;
  credentialsFor: CredentialsFor;
  signal: AbortSignal;
  /** Sends a repository's credentials to other hosts that its index names, too. */
  passCredentials?: boolean;
}

/** Some helm commands with configuration files of their own, which hold credentials and are gone afterwards. */
export class HelmSession {
  readonly #folder: string;
  readonly #options: HelmSessionOptions;

  private constructor(folder: string, options: HelmSessionOptions) {
    this.#folder = folder;
    this.#options = options;
  }

  static async run<T>(options: HelmSessionOptions, work: (session: HelmSession) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(path.join(await options.tools.workFolder(), 'charts-'));
    try {
      return await work(new HelmSession(folder, options));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** A chart as helm names it (`repository/name` or `oci://…`), and the flags with which it is reached. */
  async access(repoUrl: string, chart: string): Promise<{ chart: string; flags: string[] }> {
    const credentials = await this.#options.credentialsFor(repoUrl);
    const isOci =
      repoUrl.startsWith('oci://') || credentials?.enableOCI === true || !/^https?:\/\//.test(repoUrl);
    const address = isOci && !repoUrl.startsWith('oci://') ? `oci://${repoUrl}` : repoUrl;
    const flags = await this.#write([{ url: address, credentials }]);
    return { chart: isOci ? `${address.replace(/\/+$/, '')}/${chart}` : `r0/${chart}`, flags };
  }

  /** Flags with which all these repositories are reached. */
  async flagsFor(repositories: readonly string[]): Promise<string[]> {
    const urls = [...new Set(repositories)].filter((url) => /^(https?|oci):\/\//.test(url));
    const addresses = urls.map(async (url) => ({
      url,
      credentials:
        (await this.#options.credentialsFor(url)) ??
        (await this.#options.credentialsFor(url.replace(/^oci:\/\//, ''))),
    }));
    return this.#write(await Promise.all(addresses));
  }

  helm(args: string[], shownAs: string, cwd = this.#folder): Promise<string> {
    return this.#options.tools.run('helm', args, { cwd, signal: this.#options.signal, shownAs });
  }

  async #write(addresses: ChartAddress[]): Promise<string[]> {
    const http = addresses.filter(({ url }) => /^https?:\/\//.test(url));
    const oci = addresses.filter(({ url }) => url.startsWith('oci://'));
    const repositories = path.join(this.#folder, 'repositories.yaml');
    const registry = path.join(this.#folder, 'registry.json');
    const passCredentials = this.#options.passCredentials ?? false;
    await writeFile(repositories, repositoryConfig(http, passCredentials), { mode: 0o600 });
    await writeFile(registry, registryConfig(oci), { mode: 0o600 });
    const cache = path.join(this.#folder, 'cache');
    const flags = [
      '--repository-config',
      repositories,
      '--registry-config',
      registry,
      '--repository-cache',
      cache,
    ];
    if (http.length > 0) await this.helm(['repo', 'update', ...flags], 'helm repo update');
    const isPlain = oci.some(({ url }) => /^oci:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(url));
    return isPlain ? [...flags, '--plain-http'] : flags;
  }
}
