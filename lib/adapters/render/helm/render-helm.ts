import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ApplicationSource } from '@/lib/domain/application/application-spec';
import { expandVariables } from '@/lib/domain/template/expand-variables';
import { AdapterError } from '@/lib/engine/ports/adapter-error';
import { readYamlManifests } from '../manifests/read-manifests';
import type { ToolRunner } from '../process/tool-runner';
import { renderError } from '../render-error';
import type { PreparedRendering, Rendered, SourceRequest } from '../rendering/source-request';
import { FileSet } from '../source/file-set';
import { addChartFiles, type ChartDependency } from './chart-files';
import type { ChartRepositories, ChartRequest } from './chart-repositories';
import { helmArguments, templateCommand, type HelmArguments } from './helm-arguments';
import { MAIN_ROOT, parameterFile, valueFiles, type ValueFile } from './value-files';

export interface HelmTools {
  tools: ToolRunner;
  charts: ChartRepositories;
}

/** The chart of a source that names one, at a version or a range. */
export function chartRequest(source: ApplicationSource, version: string): ChartRequest {
  return {
    repoUrl: source.repoURL,
    chart: source.chart ?? '',
    version,
    passCredentials: source.helm?.passCredentials ?? false,
  };
}

interface Inputs {
  args: HelmArguments;
  /** Files to write, by folder below the work folder: the chart's repository and those of `$ref`s. */
  sets: Map<string, FileSet>;
  values: ValueFile[];
  setFiles: { name: string; file: ValueFile }[];
  dependencies: ChartDependency[];
  notices: string[];
}

/** A chart in a Git folder, or (with `source.chart`) one of a chart repository. */
export async function prepareHelm(request: SourceRequest, helm: HelmTools): Promise<PreparedRendering> {
  const inputs = await readInputs(request);
  const digests = [...inputs.sets].map(([root, set]) => [root, set.digest()]);
  const paths = [...inputs.values, ...inputs.setFiles.map((each) => each.file)].map((each) =>
    each.kind === 'address' ? each.url : `${each.root}/${each.path}`,
  );
  return {
    key: [
      'helm',
      request.source.repoURL,
      request.source.chart ?? '',
      request.folder,
      inputs.args,
      digests,
      paths,
      request.source.chart ? request.revision : '',
    ],
    run: (signal) => run(request, inputs, helm, signal),
  };
}

async function readInputs(request: SourceRequest): Promise<Inputs> {
  const sets = new Map<string, FileSet>();
  const main = new FileSet();
  sets.set(MAIN_ROOT, main);
  const isFromRepository = Boolean(request.source.chart);
  const dependencies = isFromRepository ? [] : await addChartFiles(main, request.tree, request.folder);
  const { files, notices } = await valueFiles(request, request.source.helm?.valueFiles ?? []);
  const setFiles = [];
  for (const { name, path: given } of request.source.helm?.fileParameters ?? []) {
    setFiles.push({ name, file: await parameterFile(request, expandVariables(given, request.variables)) });
  }
  for (const each of [...files, ...setFiles.map((entry) => entry.file)]) {
    if (each.kind !== 'file' || !each.file) continue;
    const set = sets.get(each.root) ?? new FileSet();
    set.add([each.file]);
    sets.set(each.root, set);
  }
  return { args: helmArguments(request), sets, values: files, setFiles, dependencies, notices };
}

async function run(
  request: SourceRequest,
  inputs: Inputs,
  helm: HelmTools,
  signal: AbortSignal,
): Promise<Rendered> {
  const work = await mkdtemp(path.join(await helm.tools.workFolder(), 'helm-'));
  try {
    for (const [root, set] of inputs.sets) {
      await mkdir(path.join(work, root), { recursive: true });
      await set.writeTo(path.join(work, root));
    }
    const folder = request.source.chart
      ? await helm.charts.download(
          chartRequest(request.source, request.revision),
          path.join(work, 'chart'),
          signal,
        )
      : path.join(work, MAIN_ROOT, request.folder);
    const output = await template(inputs, helm, { work, folder }, signal);
    const read = await readYamlManifests({ text: output, file: 'helm template', isHandWritten: false });
    return { objects: read.objects, notices: [...inputs.notices, ...read.notices] };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function template(
  inputs: Inputs,
  helm: HelmTools,
  { work, folder }: { work: string; folder: string },
  signal: AbortSignal,
): Promise<string> {
  const place = (file: ValueFile) =>
    file.kind === 'address' ? file.url : path.join(work, file.root, file.path);
  const values = inputs.values.map(place);
  if (inputs.args.values !== '') {
    const file = path.join(work, 'values.yaml');
    await writeFile(file, inputs.args.values);
    values.push(file);
  }
  const sets = inputs.setFiles.flatMap(({ name, file }) => ['--set-file', `${name}=${place(file)}`]);
  const command = templateCommand(inputs.args, '.', { values, sets });
  const hidden = path.join(work, MAIN_ROOT);
  const start = () =>
    helm.tools.run('helm', command.args, { cwd: folder, signal, shownAs: command.shownAs(hidden), hidden });
  try {
    return await start().catch(async (error: unknown) => {
      if (!(error instanceof AdapterError) || !/missing in charts/.test(error.message)) throw error;
      await helm.charts.buildDependencies(folder, inputs.dependencies, signal);
      return start();
    });
  } catch (error) {
    if (!(error instanceof AdapterError) || error.reason !== 'RenderFailed') throw error;
    throw renderError(
      `failed to execute helm template command: failed running helm: ${error.message}${advice(inputs)}`,
      error,
    );
  }
}

/** What helm's own message does not say. */
function advice({ values }: Inputs): string {
  const absent = values.flatMap((each) => (each.kind === 'file' && !each.file ? [each.path] : []));
  if (absent.length === 0) return '';
  return `. ${absent.join(' and ')} does not exist at this commit: correct helm.valueFiles, or set ignoreMissingValueFiles`;
}
