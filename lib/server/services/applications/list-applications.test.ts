import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { application } from '../../__fixtures__/fake-engine';
import { DENY_ALL, testRuntime } from '../../__fixtures__/test-runtime';
import { labelSelector } from './application-selection';
import { listApplications } from './list-applications';

const ALL = {
  name: '',
  appNamespace: '',
  projects: [],
  selector: '',
  repo: '',
  limit: 0,
  continue: '',
  fields: [],
};

describe('listApplications', () => {
  it('pages through all of them, each once, in order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 15 }),
        fc.integer({ min: 1, max: 5 }),
        (names, limit) => {
          const { context, engine } = testRuntime();
          for (const name of names) engine.put(application(name));
          const seen: string[] = [];
          for (let next = '', page = 0; page <= names.length; page += 1) {
            const answer = listApplications(context, { ...ALL, limit, continue: next });
            seen.push(...answer.items.map((item) => item.metadata?.name ?? ''));
            next = answer.metadata.continue ?? '';
            if (!next) break;
          }
          expect(seen).toEqual([...names].sort());
        },
      ),
    );
  });

  it('keeps only the fields that were asked for, or all but those', () => {
    const { context, engine } = testRuntime();
    engine.put(application('shop'));
    const fields = ['items.metadata.name', 'items.status.health', 'metadata.continue'];
    expect(listApplications(context, { ...ALL, fields }).items).toEqual([
      { metadata: { name: 'shop' }, status: { health: { status: 'Healthy' } } },
    ]);
    const [without] = listApplications(context, { ...ALL, fields: ['-items.status', '-items.spec'] }).items;
    expect(Object.keys(without ?? {})).toEqual(['apiVersion', 'kind', 'metadata']);
  });

  it('filters by project, namespace, name, repository and labels', () => {
    const { context, engine } = testRuntime();
    engine.put(application('a', { project: 'one' }));
    engine.put(
      application('b', {
        project: 'two',
        metadata: { name: 'b', namespace: 'argocd', labels: { env: 'dev' } },
      }),
    );
    const names = (change: object) =>
      listApplications(context, { ...ALL, ...change }).items.map((item) => item.metadata?.name);
    expect(names({ projects: ['two'] })).toEqual(['b']);
    expect(names({ selector: 'env=dev' })).toEqual(['b']);
    expect(names({ selector: '!env' })).toEqual(['a']);
    expect(names({ name: 'a' })).toEqual(['a']);
    expect(names({ appNamespace: 'elsewhere' })).toEqual([]);
    expect(names({ repo: 'https://git.example/shop.git' })).toEqual(['a', 'b']);
  });

  it('shows nobody what they may not see', () => {
    const { context, engine } = testRuntime({ authorizer: DENY_ALL });
    engine.put(application('shop'));
    expect(listApplications(context, ALL).items).toEqual([]);
  });

  it('refuses a continue value that is not its own', () => {
    const { context } = testRuntime();
    expect(() => listApplications(context, { ...ALL, continue: '!!' })).toThrow('not from an earlier page');
  });
});

describe('labelSelector', () => {
  it.each([
    ['a=1', true],
    ['a==1,b', true],
    ['a!=1', false],
    ['c!=1', true],
    ['a in (1, 2),b notin (x)', true],
    ['a notin (1)', false],
    ['!a', false],
    ['!c', true],
    ['', true],
  ])('reads %s', (selector, holds) => {
    expect(labelSelector(selector)({ a: '1', b: '2' })).toBe(holds);
  });

  it('names what it cannot read', () => {
    expect(() => labelSelector('a ~ b')).toThrow('query.selector is not a label selector: "a ~ b"');
  });
});
