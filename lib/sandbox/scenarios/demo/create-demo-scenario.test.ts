import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGitRepositories } from '@/lib/adapters/git/create-git-repositories';
import { createManifestRenderer } from '@/lib/adapters/render/create-manifest-renderer';
import type { Application } from '@/lib/domain/application/application';
import type { ApplicationSet } from '@/lib/domain/appset/application-set';
import { generateApplications } from '@/lib/domain/appset/generate-applications';
import type { ApplicationSource } from '@/lib/domain/application/application-spec';
import { applyMergePatch } from '@/lib/domain/manifest/merge-patch';
import type { JsonObject, JsonValue } from '@/lib/domain/resource/json';
import { createDemoScenario, type DemoScenario } from './create-demo-scenario';

const SERVER = 'https://kubernetes.default.svc';
const home = mkdtempSync(path.join(os.tmpdir(), 'demo-scenario-'));
const repositories = createGitRepositories(path.join(home, 'mirrors'));
const renderer = createManifestRenderer({
  repositories,
  credentialsFor: () => Promise.resolve(undefined),
  folder: path.join(home, 'render'),
  environment: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
});
let scenario: DemoScenario;

beforeAll(async () => {
  scenario = await createDemoScenario({ home, serverUrl: SERVER, now: new Date('2026-11-24T12:00:00Z') });
});
afterAll(() => {
  repositories.close();
  rmSync(home, { recursive: true, force: true });
});

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();

async function render(name: string, namespace: string, sources: ApplicationSource[]) {
  const revisions = await Promise.all(sources.map((source) => renderer.resolve(source, { refresh: false })));
  const application = { name, namespace: 'argocd', project: 'default' };
  return renderer.render({
    application,
    destinationNamespace: namespace,
    sources,
    revisions,
    kubeVersion: '1.35.0',
    apiVersions: ['v1'],
  });
}

function changedLeaves(a: JsonValue | undefined, b: JsonValue | undefined, at = ''): string[] {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b ? [] : [at];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const [one, two] = [a as JsonObject, b as JsonObject];
  return [...keys].flatMap((key) => changedLeaves(one[key], two[key], `${at}/${key}`));
}

async function declared(): Promise<Application[]> {
  const root = scenario.manifests.find((each) => each.kind === 'Application') as unknown as Application;
  const { objects } = await render('root', 'argocd', [root.spec.source!]);
  const own = objects.filter((each) => each.kind === 'Application') as unknown as Application[];
  const generated = objects
    .filter((each) => each.kind === 'ApplicationSet')
    .flatMap((set) => {
      const outcome = generateApplications(set as unknown as ApplicationSet);
      return outcome.ok ? outcome.applications : [];
    });
  return [...own, ...generated];
}

describe('demo scenario', () => {
  it('makes about thirty Applications in four projects, and each renders but the one that is broken on purpose', async () => {
    const applications = await declared();
    expect(applications.length).toBe(34);
    expect(new Set(applications.map((each) => each.spec.project))).toEqual(
      new Set(['shop', 'discovery', 'money', 'platform']),
    );
    for (const { metadata, spec } of applications) {
      const rendering = render(metadata.name, spec.destination.namespace ?? '', [spec.source!]);
      if (metadata.name === 'loyalty')
        await expect(rendering).rejects.toThrow(/loyalty\/app\.yaml.*yaml: line [78]/);
      else expect((await rendering).objects.length, metadata.name).toBeGreaterThan(0);
    }
  }, 120_000);

  it('drifts in one field of an object that Git declares', async () => {
    const applications = await declared();
    for (const drift of scenario.drift) {
      const application = applications.find((each) => each.metadata.name === drift.application)!;
      const { objects } = await render(application.metadata.name, drift.object.namespace, [
        application.spec.source!,
      ]);
      const desired = objects.find(
        (each) => each.kind === drift.object.kind && each.metadata.name === drift.object.name,
      );
      expect(desired, drift.application).toBeDefined();
      expect(application.spec.destination.namespace).toBe(drift.object.namespace);
      const edited = applyMergePatch(desired as unknown as JsonValue, drift.patch);
      expect(changedLeaves(desired as unknown as JsonValue, edited), drift.application).toHaveLength(1);
    }
  });

  it('tells a history of several people, with tags', () => {
    const [shop] = scenario.repositories;
    const authors = new Set(git('--git-dir', shop!.path, 'log', '--format=%an').split('\n'));
    expect(authors.size).toBeGreaterThanOrEqual(7);
    expect(git('--git-dir', shop!.path, 'tag').split('\n')).toEqual([
      'v2026.11.1',
      'v2026.11.2',
      'v2026.11.3',
    ]);
    expect(git('--git-dir', shop!.path, 'log', '-1', '--format=%cI')).toBe('2026-11-24T10:00:00+01:00');
  });

  it('keeps what was pushed until it is reset', async () => {
    const [shop] = scenario.repositories;
    const clone = path.join(home, 'clone');
    git('clone', '-q', shop!.url, clone);
    writeFileSync(path.join(clone, 'README.md'), 'mine\n');
    git(
      '-C',
      clone,
      '-c',
      'user.name=Ada',
      '-c',
      'user.email=ada@tidewater.example',
      'commit',
      '-qam',
      'Mine',
    );
    git('-C', clone, 'push', '-q', 'origin', 'main');
    const head = () => readFileSync(path.join(shop!.path, 'refs/heads/main'), 'utf8').trim();
    const pushed = head();
    await createDemoScenario({ home, serverUrl: SERVER });
    expect(head()).toBe(pushed);
    await createDemoScenario({ home, serverUrl: SERVER, reset: true });
    expect(git('--git-dir', shop!.path, 'log', '-1', '--format=%s')).not.toBe('Mine');
  });
});
