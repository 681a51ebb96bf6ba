import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { KustomizeSource } from '@/lib/domain/application/application-spec';
import { readYamlManifests } from '../manifests/read-manifests';
import type { ToolRunner } from '../process/tool-runner';
import { renderError } from '../render-error';
import type { PreparedRendering, Rendered, SourceRequest } from '../rendering/source-request';
import { FileSet } from '../source/file-set';
import { insideRepository } from '../source/source-path';
import { editKustomization, hasEdits } from './edit-kustomization';
import { addKustomizationFiles, readKustomization, type KustomizationFile } from './kustomization-files';

/** A kustomization of a Git folder, with the Application's settings written into a private copy. */
export async function prepareKustomize(
  request: SourceRequest,
  tools: ToolRunner,
): Promise<PreparedRendering> {
  const edits = await withPresentComponents(request);
  const files = new FileSet();
  await addKustomizationFiles(files, request.tree, request.folder, [
    ...(edits.components ?? []),
    ...(edits.patches ?? []).flatMap((patch) => (patch.path ? [patch.path] : [])),
  ]);
  const original = await readKustomization(request.tree, request.folder);
  if (!original) {
    throw renderError(
      `${request.folder || 'the root'} has no kustomization.yaml: add one, or drop spec.source.kustomize`,
    );
  }
  const edited = hasEdits(edits)
    ? { path: original.path, content: editKustomization(original.content, edits, request.variables) }
    : undefined;
  const flags = buildFlags(request, edits);
  return {
    key: ['kustomize', request.folder, files.digest(), edited?.content ?? null, flags],
    run: (signal) => run(request.folder, files, edited, flags, tools, signal),
  };
}

async function run(
  folder: string,
  files: FileSet,
  edited: KustomizationFile | undefined,
  flags: string[],
  tools: ToolRunner,
  signal: AbortSignal,
): Promise<Rendered> {
  const work = await mkdtemp(path.join(await tools.workFolder(), 'kustomize-'));
  try {
    await files.writeTo(work);
    // JSON is YAML: kustomize reads it as it reads the file that it replaces.
    if (edited) await writeFile(path.join(work, edited.path), JSON.stringify(edited.content));
    const target = path.join(work, folder);
    const shown = `kustomize build <path to cached source>${folder === '' ? '' : `/${folder}`}`;
    const output = await tools.run('kustomize', [target, ...flags], {
      cwd: work,
      signal,
      shownAs: [shown, ...flags].join(' '),
    });
    return await readYamlManifests({ text: output, file: `kustomize build ${folder}`, isHandWritten: false });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function withPresentComponents({ source, tree, folder }: SourceRequest): Promise<KustomizeSource> {
  const edits = source.kustomize ?? {};
  const present: string[] = [];
  for (const component of edits.components ?? []) {
    const at = insideRepository(folder, component);
    const isThere = component.includes('://') || (at !== undefined && (await tree.find(at)) !== undefined);
    if (isThere) present.push(component);
    else if (!edits.ignoreMissingComponents) {
      throw renderError(
        `\`kustomize edit add component ${component}\` failed exit status 1: Error: ${component} has no match: must build at directory: not a valid directory: evalsymlink failure on '<path to cached source>/${at ?? component}': no such file or directory. Correct kustomize.components, or set ignoreMissingComponents`,
      );
    }
  }
  return edits.components ? { ...edits, components: present } : edits;
}

/** `kustomize.buildOptions` of the installation, and for charts in kustomizations what the cluster offers. */
function buildFlags({ request }: SourceRequest, edits: KustomizeSource): string[] {
  const flags = (request.kustomizeBuildOptions ?? '').split(/\s+/).filter(Boolean);
  if (!flags.includes('--enable-helm')) return flags;
  const apis = edits.apiVersions && edits.apiVersions.length > 0 ? edits.apiVersions : request.apiVersions;
  const version = edits.kubeVersion ?? request.kubeVersion;
  return [
    ...flags,
    ...(version ? ['--helm-kube-version', version] : []),
    ...apis.flatMap((each) => ['--helm-api-versions', each]),
  ];
}
