import { directoryFiles, renderDirectory } from '../directory/render-directory';
import { jsonnetRenderer } from '../directory/render-jsonnet';
import { prepareHelm, type HelmTools } from '../helm/render-helm';
import { prepareKustomize } from '../kustomize/render-kustomize';
import { renderError } from '../render-error';
import type { PreparedRendering, SourceRequest } from './source-request';
import type { SourceType } from '../source/source-type';

/** Looks at what a source of this type will read; `run` of the result renders it. */
export async function prepareSource(
  type: SourceType,
  request: SourceRequest,
  helm: HelmTools,
): Promise<PreparedRendering> {
  switch (type) {
    case 'Helm':
      return prepareHelm(request, helm);
    case 'Kustomize':
      return prepareKustomize(request, helm.tools);
    case 'Directory':
      return prepareDirectory(request, helm);
    case 'Plugin':
      throw renderError(
        'spec.source.plugin: config management plugins cannot be run here, as Promontory starts no foreign programs; commit the rendered manifests, or use Helm or Kustomize',
      );
  }
}

async function prepareDirectory(request: SourceRequest, { tools }: HelmTools): Promise<PreparedRendering> {
  const directory = request.source.directory ?? {};
  const files = await directoryFiles(request.tree, request.folder, directory);
  const options = directory.jsonnet ?? {};
  return {
    key: ['directory', request.folder, files.digest, options],
    run: (signal) =>
      renderDirectory(files, jsonnetRenderer(tools, request.tree, request.folder, options, signal)),
  };
}
