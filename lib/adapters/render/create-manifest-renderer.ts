import path from 'node:path';
import type { ApplicationSource } from '@/lib/domain/application/application-spec';
import { buildVariables } from '@/lib/domain/template/build-variables';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import type { GitRepositories, GitRepository } from '@/lib/engine/ports/git-repository';
import type {
  CredentialsFor,
  ManifestRenderer,
  RenderedManifests,
  RenderRequest,
} from '@/lib/engine/ports/manifest-renderer';
import { RenderCache } from './cache/render-cache';
import { ChartRepositories } from './helm/chart-repositories';
import { chartRequest } from './helm/render-helm';
import { prepareSource } from './rendering/prepare-source';
import { ToolRunner, type ToolLimits } from './process/tool-runner';
import { renderError } from './render-error';
import type { Rendered, SourceRequest } from './rendering/source-request';
import { requireSourceFolder } from './source/source-path';
import { withOverrides } from './source/source-overrides';
import { SourceTree } from './source/source-tree';
import { sourceTypeOf } from './source/source-type';
import { toolsFolder } from './tools/find-tool';

export interface RendererOptions {
  repositories: GitRepositories;
  credentialsFor: CredentialsFor;
  /** Folder for work in progress and downloaded charts; nobody else writes there. */
  folder: string;
  /** Where helm and kustomize are looked for and unpacked; see `toolsFolder`. */
  environment: Readonly<Record<string, string | undefined>>;
  /** Bytes of rendered manifests kept. */
  cacheBytes?: number;
  limits?: ToolLimits;
}

const CACHE_BYTES = 256 * 1024 * 1024;

/** The renderer of all kinds of sources. `tools` counts the programs started, for tests and metrics. */
export function createManifestRenderer(
  options: RendererOptions,
): ManifestRenderer & { readonly tools: ToolRunner } {
  const tools = new ToolRunner({
    search: { folder: toolsFolder(options.environment), searchPath: options.environment['PATH'] ?? '' },
    workFolder: path.join(options.folder, 'work'),
    environment: options.environment,
    ...(options.limits ? { limits: options.limits } : {}),
  });
  return new Renderer(options, tools);
}

class Renderer implements ManifestRenderer {
  readonly tools: ToolRunner;
  readonly #options: RendererOptions;
  readonly #charts: ChartRepositories;
  readonly #cache: RenderCache<Rendered>;

  constructor(options: RendererOptions, tools: ToolRunner) {
    this.#options = options;
    this.tools = tools;
    const { credentialsFor } = options;
    this.#charts = new ChartRepositories({
      tools,
      credentialsFor,
      cacheFolder: path.join(options.folder, 'charts'),
    });
    this.#cache = new RenderCache(options.cacheBytes ?? CACHE_BYTES);
  }

  async resolve(
    source: ApplicationSource,
    options: { refresh: boolean },
    signal?: AbortSignal,
  ): Promise<string> {
    const target = source.targetRevision ?? '';
    if (source.chart) {
      const until = signal ?? new AbortController().signal;
      return this.#charts.resolve(chartRequest(source, target), options.refresh, until);
    }
    return (await this.#open(source.repoURL)).resolveRevision(target, options, signal);
  }

  async render(request: RenderRequest, signal?: AbortSignal): Promise<RenderedManifests> {
    const result: RenderedManifests = { objects: [], sourceTypes: [], notices: [] };
    for (const [index, source] of request.sources.entries()) {
      const rendered = await this.#renderSource(request, index, source, signal).catch((error: unknown) => {
        throw signal?.aborted ? error : namingSource(error, index);
      });
      result.objects.push(...rendered.objects);
      result.notices.push(...rendered.notices);
      result.sourceTypes.push(rendered.type);
    }
    return result;
  }

  async #renderSource(
    request: RenderRequest,
    index: number,
    source: ApplicationSource,
    signal: AbortSignal | undefined,
  ): Promise<Rendered & { type: RenderedManifests['sourceTypes'][number] }> {
    // A source that only lends its files renders nothing.
    if (source.ref && !source.path && !source.chart) return { objects: [], notices: [], type: '' };
    const prepared = await this.#prepare(request, index, source);
    const type = await sourceTypeOf(prepared.source, prepared.tree, prepared.folder);
    const rendering = await prepareSource(type, prepared, { tools: this.tools, charts: this.#charts });
    return { ...(await this.#cache.get(JSON.stringify(rendering.key), signal, rendering.run)), type };
  }

  async #prepare(request: RenderRequest, index: number, given: ApplicationSource): Promise<SourceRequest> {
    const revision = request.revisions[index];
    if (!revision) throw renderError(`source ${index + 1} has no resolved revision`);
    const tree = await this.#treeOf(given, revision);
    const folder = given.chart ? '' : await requireSourceFolder(tree, given.path ?? '');
    const name = request.application.name;
    const source = given.chart ? given : await withOverrides(given, tree, folder, name);
    const variables = buildVariables({
      applicationName: name,
      destinationNamespace: request.destinationNamespace,
      project: request.application.project,
      revision,
      source,
      kubeVersion: request.kubeVersion,
      apiVersions: request.apiVersions,
    });
    const treeOf = async (ref: string) => {
      const at = request.sources.findIndex((each) => each.ref === ref);
      const found = request.sources[at];
      return found && (await this.#treeOf(found, request.revisions[at] ?? ''));
    };
    return { request, source, revision, tree, folder, variables, treeOf };
  }

  async #treeOf(source: ApplicationSource, revision: string): Promise<SourceTree> {
    const repository = source.chart ? undefined : await this.#open(source.repoURL);
    return new SourceTree(repository, revision, this.#options);
  }

  async #open(url: string): Promise<GitRepository> {
    return this.#options.repositories.open(url, await this.#options.credentialsFor(url));
  }
}

/** The reason `source-<n>` tells the caller which source it was; what it was is in the cause. */
function namingSource(error: unknown, index: number): unknown {
  if (!(error instanceof AdapterError)) return error;
  return new AdapterError(error.message, { retry: error.retry, reason: `source-${index + 1}`, cause: error });
}
