import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { TestRepository } from '../__fixtures__/test-repository';
import { namesOf, testRenderer } from '../__fixtures__/test-renderer';

/** The applications of Argo CD's own documentation; a clone of them elsewhere will do as well. */
const EXAMPLES = path.resolve(process.env['EXAMPLE_APPS'] ?? '../shared/fixtures/argocd-example-apps');
const isThere = existsSync(EXAMPLES);
if (!isThere) process.stderr.write('the example applications are not here: they were not rendered\n');

const folder = mkdtempSync(path.join(os.tmpdir(), 'example-applications-'));
const { render, close } = testRenderer(folder);
afterAll(() => {
  close();
  rmSync(folder, { recursive: true, force: true });
});

function filesBelow(root: string, at = ''): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(path.join(root, at)).map((name) => {
      const inner = path.posix.join(at, name);
      return statSync(path.join(root, inner)).isDirectory()
        ? filesBelow(root, inner)
        : { [inner]: readFileSync(path.join(root, inner), 'utf8') };
    }),
  ) as Record<string, string>;
}

describe.runIf(isThere)('example applications', () => {
  const names = isThere
    ? readdirSync(EXAMPLES).filter((name) => statSync(path.join(EXAMPLES, name)).isDirectory())
    : [];
  const repository = isThere ? new TestRepository(folder, 'examples') : undefined;
  repository?.commit(isThere ? filesBelow(EXAMPLES) : {});

  it.each(names)('%s renders', async (name) => {
    const rendered = await render([{ repoURL: repository?.url ?? '', path: name }], { name });
    expect(rendered.objects.length).toBeGreaterThan(0);
    expect(rendered.sourceTypes).not.toContain('Plugin');
  });

  it('the chart of Applications declares the others', async () => {
    const rendered = await render([{ repoURL: repository?.url ?? '', path: 'apps' }], { name: 'apps' });
    expect(rendered.sourceTypes).toEqual(['Helm']);
    expect(namesOf(rendered)).toEqual(expect.arrayContaining(['Application/example.helm-guestbook']));
  });
});
