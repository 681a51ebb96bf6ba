import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ApplicationSource, ApplicationSpec } from '@/lib/domain/application/application-spec';
import { TestRepository } from '../__fixtures__/test-repository';
import { testRenderer } from '../__fixtures__/test-renderer';

/** What Argo CD made of the same repositories; see the recorded traces. */
const TRACES = path.resolve('../shared/conformance/oracle/traces');
const CATEGORIES = ['sources', 'helm', 'kustomize', 'errors'];

interface Scenario {
  id: string;
  application: { spec: ApplicationSpec };
  repos: Record<string, { commits: { files: Record<string, string> }[] }>;
  trace: {
    app?: { resources?: { kind: string; name?: string }[]; conditions?: { type: string; message: string }[] };
    capture?: { kind: string; name: string; value?: { data?: unknown } }[];
  }[];
}

/** Differences on purpose, and what needs a program that is not part of the set-up. */
const OURS = new Map([
  ['errors-bad-yaml', 'broken YAML is always an error'],
  ['errors-no-name', 'an object without a name is an error'],
  ['errors-no-kind', 'an object without a kind is an error'],
  ['errors-no-api-version', 'an object without an apiVersion is an error'],
  ['errors-no-path', 'refused before rendering'],
  ['sources-jsonnet-list', 'needs the jsonnet program'],
  ['helm-delete-hooks', 'deletion hooks are no resources'],
]);

const folder = mkdtempSync(path.join(os.tmpdir(), 'recorded-sources-'));
const { render, close } = testRenderer(folder);
afterAll(() => {
  close();
  rmSync(folder, { recursive: true, force: true });
});

const isThere = existsSync(TRACES);
if (!isThere) process.stderr.write('recorded traces are not here: rendering was not compared with Argo CD\n');

describe.runIf(isThere)('rendering as Argo CD does', () => {
  for (const category of isThere ? CATEGORIES : []) {
    const file = JSON.parse(readFileSync(path.join(TRACES, `${category}.json`), 'utf8')) as {
      scenarios: Scenario[];
    };
    it.each(file.scenarios.filter((each) => !OURS.has(each.id)).map((each) => [each.id, each] as const))(
      '%s',
      async (id, scenario) => {
        const sources = sourcesOf(scenario);
        const first = scenario.trace[0]?.app;
        const expected = first?.conditions?.find((each) => each.type === 'ComparisonError')?.message;
        if (expected) {
          const message = await render(sources, { name: id }).then(
            () => 'rendered',
            (error: unknown) => (error instanceof Error ? error.message : String(error)),
          );
          expect(
            `Failed to load target state: failed to generate manifest for source 1 of 1: ${message}`,
            expected,
          ).toSatisfy((actual: string) => isAlike(actual, expected));
          return;
        }
        const rendered = await render(sources, { name: id });
        const names = new Set(rendered.objects.map((each) => `${each.kind}/${each.metadata.name ?? ''}`));
        const isHook = (name: string) =>
          /hook|test/.test(
            JSON.stringify(
              rendered.objects.find((each) => `${each.kind}/${each.metadata.name ?? ''}` === name)?.metadata
                .annotations ?? {},
            ),
          );
        expect([...names].filter((each) => !isHook(each)).sort()).toEqual(
          [...new Set((first?.resources ?? []).map((each) => `${each.kind}/${each.name ?? ''}`))]
            .filter((each) => !isHook(each))
            .sort(),
        );
        for (const captured of scenario.trace.flatMap((each) => each.capture ?? [])) {
          if (!captured.value?.data) continue;
          const object = rendered.objects.findLast(
            (each) => each.kind === captured.kind && each.metadata.name === captured.name,
          );
          expect(object?.['data'], `${captured.kind} ${captured.name}`).toEqual(captured.value.data);
        }
      },
    );
  }
});

function sourcesOf(scenario: Scenario): ApplicationSource[] {
  const urls = new Map<string, string>();
  for (const [name, { commits }] of Object.entries(scenario.repos)) {
    const repository = new TestRepository(folder, `${scenario.id}-${name}`);
    repository.commit(commits[0]?.files ?? {});
    urls.set(name === 'main' ? '$REPO' : `$REPO_${name}`, repository.url);
  }
  const { sources, source } = scenario.application.spec;
  const list = sources && sources.length > 0 ? sources : source ? [source] : [];
  return list.map((each) => ({ ...each, repoURL: urls.get(each.repoURL) ?? each.repoURL }));
}

/** The rule by which traces are compared: half of the words of the shorter text. */
function isAlike(a: string, b: string): boolean {
  const words = (text: string) =>
    new Set(
      text
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter(Boolean),
    );
  const [one, two] = [words(a), words(b)];
  const common = [...one].filter((each) => two.has(each)).length;
  return common >= Math.min(one.size, two.size) / 2;
}
