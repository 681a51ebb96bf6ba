import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RepositoryCredentials } from '@/lib/engine/ports/git-repository';
import { startChartServer, type ChartPackage, type ChartServer } from '../__fixtures__/chart-server';
import { TestRepository } from '../__fixtures__/test-repository';
import { namesOf, testRenderer } from '../__fixtures__/test-renderer';
import { findTool, toolsFolder } from '../tools/find-tool';

const folder = mkdtempSync(path.join(os.tmpdir(), 'chart-repositories-'));
const CREDENTIALS = { username: 'rosa', password: 'ch4rt-t0ken' };
let credentials: RepositoryCredentials | undefined = CREDENTIALS;
const own = testRenderer(folder, { credentialsFor: () => Promise.resolve(credentials) });
let server: ChartServer;

async function packageChart(version: string): Promise<ChartPackage> {
  const helm = await findTool('helm', {
    folder: toolsFolder(process.env),
    searchPath: process.env['PATH'] ?? '',
  });
  const at = path.join(folder, `tide-${version}`, 'tide');
  mkdirSync(path.join(at, 'templates'), { recursive: true });
  writeFileSync(path.join(at, 'Chart.yaml'), `apiVersion: v2\nname: tide\nversion: ${version}\n`);
  writeFileSync(
    path.join(at, 'templates/a.yaml'),
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: "{{ .Release.Name }}-{{ .Chart.Version }}" }\ndata: { from: {{ .Values.from | default "chart" }} }\n',
  );
  execFileSync(helm.command, ['package', at, '--destination', folder], { stdio: 'ignore' });
  return { name: 'tide', version, archive: readFileSync(path.join(folder, `tide-${version}.tgz`)) };
}

beforeAll(async () => {
  const charts = [];
  for (const version of ['1.0.0', '1.2.0', '2.0.0-rc.1']) charts.push(await packageChart(version));
  server = await startChartServer(charts, CREDENTIALS.username, CREDENTIALS.password);
});
afterAll(async () => {
  own.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ['an HTTP repository', () => `${server.url}/charts`],
  ['a registry', () => `oci://${server.url.slice('http://'.length)}/shop`],
])('%s', (_, address) => {
  it('resolves ranges to the highest release and renders it with values of a Git source', async () => {
    const values = new TestRepository(folder, `values-${address().startsWith('oci') ? 'oci' : 'http'}`);
    values.commit({ 'prod.yaml': 'from: git\n' });
    const chart = {
      repoURL: address(),
      chart: 'tide',
      targetRevision: '^1.0',
      helm: { valueFiles: ['$values/prod.yaml'] },
    };
    expect(await own.renderer.resolve(chart, { refresh: true })).toBe('1.2.0');
    const rendered = await own.render(
      [chart, { repoURL: values.url, targetRevision: 'main', ref: 'values' }],
      { name: 'sea' },
    );
    expect(namesOf(rendered)).toEqual(['ConfigMap/sea-1.2.0']);
    expect(rendered.objects[0]?.['data']).toEqual({ from: 'git' });
    expect(rendered.sourceTypes).toEqual(['Helm', '']);
  });

  it('downloads a version once', async () => {
    const chart = { repoURL: address(), chart: 'tide', targetRevision: '1.0.0' };
    await own.render([chart], { name: 'one' });
    const before = server.requests.length;
    expect(namesOf(await own.render([chart], { name: 'two' }))).toEqual(['ConfigMap/two-1.0.0']);
    expect(server.requests.length).toBe(before);
  });

  it('a version that is not there names chart, version and repository', async () => {
    await expect(
      own.renderer.resolve({ repoURL: address(), chart: 'tide', targetRevision: '^9' }, { refresh: true }),
    ).rejects.toThrow(/unable to resolve chart tide at version "\^9" from (oci|http):/);
  });

  it('wrong credentials are an error without the secret', async () => {
    credentials = { username: 'rosa', password: 'wr0ng' };
    const error = await own.renderer
      .resolve({ repoURL: address(), chart: 'tide', targetRevision: '>=0.1' }, { refresh: true })
      .then(String, (reason: unknown) => String(reason));
    credentials = CREDENTIALS;
    expect(error).toMatch(/failed to get chart tide|unable to resolve chart tide/);
    expect(error).toMatch(/401|[Uu]nauthorized/);
    expect(error).not.toContain('wr0ng');
  });
});

describe('dependencies', () => {
  it('of a chart in Git come from their repository', async () => {
    const repository = new TestRepository(folder, 'umbrella');
    repository.commit({
      'app/Chart.yaml': `apiVersion: v2\nname: umbrella\nversion: 0.1.0\ndependencies:\n- { name: tide, version: 1.x, repository: "${server.url}/charts" }\n`,
    });
    const rendered = await own.render([{ repoURL: repository.url, path: 'app' }], { name: 'deep' });
    expect(namesOf(rendered)).toEqual(['ConfigMap/deep-1.2.0']);
  });
});
