import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ApplicationSource } from '@/lib/domain/application/application-spec';
import { TestRepository } from './__fixtures__/test-repository';
import { namesOf, testRenderer } from './__fixtures__/test-renderer';

const folder = mkdtempSync(path.join(os.tmpdir(), 'manifest-renderer-'));
const { renderer, render, close } = testRenderer(folder);
afterAll(() => {
  close();
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
const repositoryWith = (files: Record<string, string>): TestRepository => {
  const repository = new TestRepository(folder, `r${++count}`);
  repository.commit(files);
  return repository;
};
const renderFiles = (files: Record<string, string>, source: Partial<ApplicationSource>, name = 'web') =>
  render([{ repoURL: repositoryWith(files).url, ...source }], { name });

const configMap = (name: string, value = 'one') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  key: ${value}\n`;
const CHART = {
  'app/Chart.yaml': 'apiVersion: v2\nname: demo\nversion: 0.1.0\n',
  'app/values.yaml': 'label: chart\n',
  'app/templates/a.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: "{{ .Release.Name }}" }\ndata: { label: {{ .Values.label | quote }} }\n',
};
const OVERLAY = {
  'base/kustomization.yaml': 'resources: [web.yaml]\n',
  'base/web.yaml': configMap('web'),
  'envs/dev/kustomization.yaml': 'resources: [../../base]\nnamePrefix: dev-\n',
};
const data = (rendered: Awaited<ReturnType<typeof render>>) => rendered.objects.map((each) => each['data']);

describe('cache', () => {
  it('a commit elsewhere in the repository starts no program; one in a base does', async () => {
    const files = { ...CHART, ...OVERLAY, 'docs/readme.md': 'one' };
    const repository = repositoryWith(files);
    const chart = { repoURL: repository.url, path: 'app' };
    const overlay = { repoURL: repository.url, path: 'envs/dev' };
    const started = () => ({ ...renderer.tools.started });
    await render([chart]);
    await render([overlay]);
    const before = started();
    repository.commit({ ...files, 'docs/readme.md': 'two', 'other/app.yaml': configMap('other') });
    await render([chart]);
    await render([overlay]);
    expect(started()).toEqual(before);
    repository.commit({ ...files, 'base/web.yaml': configMap('web', 'two') });
    expect(data(await render([overlay]))).toEqual([{ key: 'two' }]);
    await render([chart]);
    expect(started()).toEqual({ ...before, kustomize: (before.kustomize ?? 0) + 1 });
  });

  it('the same rendering asked for at the same time runs once, and everyone gets objects of his own', async () => {
    const repository = repositoryWith({ ...CHART, 'app/values.yaml': 'label: shared\n' });
    const before = renderer.tools.started.helm ?? 0;
    const [one, two] = await Promise.all(
      [1, 2].map(() => render([{ repoURL: repository.url, path: 'app' }])),
    );
    expect(renderer.tools.started.helm).toBe(before + 1);
    expect(one?.objects).toEqual(two?.objects);
    expect(one?.objects[0]).not.toBe(two?.objects[0]);
  });

  it('leaves no work behind', () => {
    const left = readdirSync(path.join(folder, 'render', 'work')).filter((name) => name !== 'home');
    expect(left).toEqual([]);
  });
});

describe('directories', () => {
  it('reads YAML 1.1, several documents, lists and JSON', async () => {
    const rendered = await renderFiles(
      {
        'app/a.yaml': `${configMap('a')}---\n# only a comment\n---\nkind: List\napiVersion: v1\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: b}, immutable: yes}\n`,
        'app/c.json': '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"}}',
        'app/values.yaml': 'replicas: 3\n',
      },
      { path: 'app' },
    );
    expect(namesOf(rendered)).toEqual(['ConfigMap/a', 'ConfigMap/b', 'ConfigMap/c']);
    expect(rendered.objects[1]?.['immutable']).toBe(true);
    expect(rendered.notices).toEqual(['app/values.yaml is no Kubernetes object and was passed over']);
  });

  it.each([
    ['broken YAML', 'kind: ConfigMap\n  bad: [indent\n', /"app\/a\.yaml".*yaml: line 2: did not find/],
    [
      'broken second document',
      `${configMap('b')}---\napiVersion: v1\nkind: ConfigMap\ndata:\n  key: [\n`,
      /"app\/a\.yaml".*line 1[12]: .*document 2/,
    ],
    [
      'a template',
      'apiVersion: v1\nmetadata: {name: {{ .Release.Name }}}\n',
      /invalid map key.*Helm template/,
    ],
    ['no kind', 'apiVersion: v1\nmetadata: {name: a}\n', /app\/a\.yaml: "a" has no kind: add kind/],
    [
      'no name',
      `${configMap('b')}---\napiVersion: v1\nkind: ConfigMap\n`,
      /app\/a\.yaml, document 2 \(line 7\): ConfigMap has no metadata\.name/,
    ],
  ])('%s: the error names file and place', async (_, text, expected) => {
    await expect(renderFiles({ 'app/a.yaml': text }, { path: 'app' })).rejects.toThrow(expected);
  });

  it('reads a ConfigMap of 3 MB', async () => {
    const rendered = await renderFiles(
      { 'app/a.yaml': configMap('big', `"${'x'.repeat(3_000_000)}"`) },
      { path: 'app' },
    );
    expect(JSON.stringify(rendered.objects).length).toBeGreaterThan(3_000_000);
  });

  it('says why Jsonnet and plugins are not rendered', async () => {
    await expect(renderFiles({ 'app/a.jsonnet': '{}' }, { path: 'app' })).rejects.toThrow(
      /install it, or leave the files out/,
    );
    await expect(renderFiles({ 'app/a.yaml': '' }, { path: 'app', plugin: { name: 'x' } })).rejects.toThrow(
      /plugins cannot be run/,
    );
  });
});

describe('paths stay in the repository', () => {
  it('a symlink inside is followed, one that leaves is refused', async () => {
    const inside = await renderFiles(
      { 'app/a.yaml': '-> ../shared/x.yaml', 'shared/x.yaml': configMap('x') },
      { path: 'app' },
    );
    expect(namesOf(inside)).toEqual(['ConfigMap/x']);
    for (const target of ['/etc/passwd', '../../../../etc/passwd']) {
      await expect(
        renderFiles({ ...CHART, 'app/templates/x.yaml': `-> ${target}` }, { path: 'app' }),
      ).rejects.toThrow(/out-of-bounds symlinks\. file: app\/templates\/x\.yaml points to/);
    }
  });

  it('a folder reached through a symlink is the folder that it points to', async () => {
    const rendered = await renderFiles(
      { current: '-> releases/two', 'releases/two/a.yaml': configMap('two') },
      { path: 'current' },
    );
    expect(namesOf(rendered)).toEqual(['ConfigMap/two']);
  });

  it.each([['../../secret.yaml'], ['../../../etc/passwd']])('value file %s is refused', async (file) => {
    await expect(renderFiles(CHART, { path: 'app', helm: { valueFiles: [file] } })).rejects.toThrow(
      /outside repository root/,
    );
  });

  it('a kustomization cannot read above the repository', async () => {
    await expect(
      renderFiles(
        { 'app/kustomization.yaml': 'resources: [../../../../../../etc/hostname]\n' },
        { path: 'app' },
      ),
    ).rejects.toThrow(/kustomize build <path to cached source>\/app/);
  });
});

describe('Helm', () => {
  it('finds value files beside the chart, under the root, by glob and in another source', async () => {
    const values = repositoryWith({ 'env/prod.yaml': 'label: other\n' });
    const files = {
      ...CHART,
      'envs/dev/values-dev.yaml': 'label: root\n',
      'app/v/1.yaml': 'label: glob1\n',
      'app/v/2.yaml': 'label: glob2\n',
    };
    const repository = repositoryWith(files);
    const at = (valueFiles: string[]) =>
      render([
        { repoURL: repository.url, path: 'app', helm: { valueFiles } },
        { repoURL: values.url, ref: 'values' },
      ]);
    const fromRoot = await at(['envs/dev/values-dev.yaml']);
    expect(data(fromRoot)).toEqual([{ label: 'root' }]);
    expect(fromRoot.notices).toEqual([
      "value file envs/dev/values-dev.yaml is not under app; taken from the repository's root",
    ]);
    expect(data(await at(['/envs/dev/values-dev.yaml']))).toEqual([{ label: 'root' }]);
    expect(data(await at(['v/*.yaml']))).toEqual([{ label: 'glob2' }]);
    expect(data(await at(['$values/env/prod.yaml']))).toEqual([{ label: 'other' }]);
  });

  it('a missing value file says how to go on', async () => {
    await expect(renderFiles(CHART, { path: 'app', helm: { valueFiles: ['none.yaml'] } })).rejects.toThrow(
      /app\/none\.yaml does not exist at this commit: correct helm\.valueFiles, or set ignoreMissingValueFiles/,
    );
  });

  it('builds file:// dependencies from the repository', async () => {
    const rendered = await renderFiles(
      {
        ...CHART,
        'app/Chart.yaml':
          'apiVersion: v2\nname: demo\nversion: 0.1.0\ndependencies:\n- {name: lib, version: 0.1.0, repository: "file://../lib"}\n',
        'lib/Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 0.1.0\n',
        'lib/templates/x.yaml': configMap('from-lib'),
      },
      { path: 'app' },
    );
    expect(namesOf(rendered)).toContain('ConfigMap/from-lib');
  });

  it('names the template in which a rendered object is incomplete', async () => {
    await expect(
      renderFiles(
        { ...CHART, 'app/templates/b.yaml': 'kind: Service\nmetadata: {name: b}\n' },
        { path: 'app' },
      ),
    ).rejects.toThrow(/demo\/templates\/b\.yaml.*Service "b" has no apiVersion/);
  });
});

describe('sources', () => {
  it('.argocd-source-<app>.yaml wins over .argocd-source.yaml and changes nothing but how to render', async () => {
    const files = {
      ...CHART,
      'app/.argocd-source.yaml': 'helm: {parameters: [{name: label, value: all}]}\npath: elsewhere\n',
      'app/.argocd-source-blue.yaml': 'helm: {parameters: [{name: label, value: blue}]}\n',
    };
    expect(data(await renderFiles(files, { path: 'app' }, 'green'))).toEqual([{ label: 'all' }]);
    expect(data(await renderFiles(files, { path: 'app' }, 'blue'))).toEqual([{ label: 'blue' }]);
  });

  it('enters submodules at their recorded commit', async () => {
    const inner = repositoryWith({ 'x.yaml': configMap('inner') });
    const outer = new TestRepository(folder, 'outer');
    outer.commitWithSubmodule({ 'app/a.yaml': configMap('a') }, 'app/sub', inner.url);
    const rendered = await render([{ repoURL: outer.url, path: 'app', directory: { recurse: true } }]);
    expect(namesOf(rendered)).toEqual(['ConfigMap/a', 'ConfigMap/inner']);
  });

  it('names the source that failed', async () => {
    const { url } = repositoryWith({ 'app/a.yaml': configMap('a') });
    await expect(
      render([
        { repoURL: url, path: 'app' },
        { repoURL: url, path: 'no' },
      ]),
    ).rejects.toMatchObject({ message: 'no: app path does not exist', reason: 'source-2' });
  });
});

describe('limits', () => {
  const slow = {
    ...CHART,
    'app/templates/slow.yaml':
      '{{- range $i := until 20000 }}{{- range $j := until 20000 }}{{- if eq $i $j }}{{ end }}{{- end }}{{- end }}\n',
  };

  it('a chart that takes too long is stopped with a message that names the limit', async () => {
    const own = testRenderer(path.join(folder, 'limited'), {
      limits: { timeoutMs: 300, outputBytes: 1_000 },
    });
    const { url } = repositoryWith(slow);
    await expect(own.render([{ repoURL: url, path: 'app' }])).rejects.toThrow(
      /did not finish within 0\.3 s and was stopped/,
    );
    own.close();
  });

  it('output beyond the cap is refused', async () => {
    const own = testRenderer(path.join(folder, 'capped'), {
      limits: { timeoutMs: 60_000, outputBytes: 100 },
    });
    await expect(own.render([{ repoURL: repositoryWith(CHART).url, path: 'app' }])).rejects.toThrow(
      /wrote more than/,
    );
    own.close();
  });

  it('aborting stops the program', async () => {
    const controller = new AbortController();
    const rendering = render([{ repoURL: repositoryWith(slow).url, path: 'app' }], {
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(new Error('enough')), 400);
    await expect(rendering).rejects.toThrow('enough');
  });
});
