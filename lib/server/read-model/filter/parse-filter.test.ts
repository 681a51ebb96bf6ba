import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApplicationRow } from '@/lib/contracts/application/application-row';
import { application, FakeEngine } from '../../__fixtures__/fake-engine';
import { applicationPage } from '../application/application-page';
import { pageRows } from './page-rows';
import { parseFilter } from './parse-filter';
import { toApplicationRow } from '../application/application-row';

const NOW = new Date('2026-11-24T12:00:00Z');

function engineWith(): FakeEngine {
  const engine = new FakeEngine();
  const put = (
    name: string,
    change: Partial<Parameters<typeof application>[1]> & { health?: string; deployed?: string },
  ) => {
    const app = application(name, change);
    engine.put({
      ...app,
      status: {
        ...app.status,
        health: { status: (change.health ?? 'Healthy') as 'Healthy' },
        ...(change.deployed ? { history: [{ id: 1, deployedAt: change.deployed }] } : {}),
      },
    });
  };
  put('dev-shop', { project: 'web', health: 'Degraded', deployed: '2026-11-24T11:30:00Z' });
  put('prod-shop', { project: 'web', health: 'Missing', deployed: '2026-11-20T11:30:00Z' });
  put('prod-mail', {
    project: 'post',
    metadata: { name: 'prod-mail', namespace: 'argocd', labels: { canary: 'yes' } },
  });
  return engine;
}

function names(q: string): string[] {
  const engine = engineWith();
  const query = { q, sort: 'name' as const, limit: 100 };
  return applicationPage(engine, engine.applications(), query, NOW).items.map((row) => row.name);
}

describe('the filter', () => {
  it.each([
    ['', ['dev-shop', 'prod-mail', 'prod-shop']],
    ['health:degraded', ['dev-shop']],
    ['health:degraded,missing', ['dev-shop', 'prod-shop']],
    ['env:prod -label:canary', ['prod-shop']],
    ['label:canary=yes', ['prod-mail']],
    ['changed<1h', ['dev-shop']],
    ['changed>1h', ['prod-shop']],
    ['-changed<1h', ['prod-mail', 'prod-shop']],
    ['shop', ['dev-shop', 'prod-shop']],
    ['-shop', ['prod-mail']],
    ['name:prod-*', ['prod-mail', 'prod-shop']],
    ['project:"web" PROD', ['prod-shop']],
    ['window:closed', []],
    ['auto:off', ['dev-shop', 'prod-mail', 'prod-shop']],
    ['repo:git.example', ['dev-shop', 'prod-mail', 'prod-shop']],
  ])('%s finds %j', (q, found) => {
    expect(names(q)).toEqual(found);
  });

  it('says which parts mean nothing and why, and applies the rest', () => {
    const { tokens, notUnderstood } = parseFilter('colour:red health: age<1h changed<soon shop');
    expect(tokens).toEqual([{ type: 'text', text: 'shop', negated: false }]);
    expect(notUnderstood.map((each) => each.token)).toEqual([
      'colour:red',
      'health:',
      'age<1h',
      'changed<soon',
    ]);
    expect(notUnderstood[3]?.reason).toBe('"soon" is not an age: write 30m, 1h, 2d or 1w.');
  });

  it('reads any text without failing, and loses no part of it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const { tokens, notUnderstood } = parseFilter(text);
        expect(tokens.length + notUnderstood.length).toBe((text.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? []).length);
      }),
    );
  });
});

describe('facets', () => {
  it('count as if their own filter were not set, but all others are', () => {
    const engine = engineWith();
    const query = { q: 'health:degraded project:web', sort: 'name' as const, limit: 10 };
    const page = applicationPage(engine, engine.applications(), query, NOW);
    expect(page.total).toBe(1);
    expect(page.all).toBe(3);
    expect(page.facets.health).toEqual([
      { value: 'Degraded', count: 1 },
      { value: 'Missing', count: 1 },
    ]);
    expect(page.facets.env).toEqual([{ value: 'dev', count: 1 }]);
  });
});

describe('pageRows', () => {
  it('shows each row once, in order, whatever the sort, group and page size', () => {
    const arbitraryRow = fc.record({
      name: fc.stringMatching(/^(dev|prod|x)-[a-c]{1,3}$/),
      project: fc.constantFrom('a', 'b'),
      health: fc.constantFrom('Healthy' as const, 'Degraded' as const),
    });
    const rows = fc.uniqueArray(arbitraryRow, { selector: (row) => row.name, maxLength: 12 });
    const sort = fc.constantFrom(
      'name' as const,
      '-name' as const,
      'health' as const,
      '-project' as const,
      'drift' as const,
    );
    const group = fc.constantFrom(undefined, 'project' as const, 'env' as const, 'health' as const);
    fc.assert(
      fc.property(rows, sort, group, fc.integer({ min: 1, max: 4 }), (given, sortKey, groupKey, limit) => {
        const engine = new FakeEngine();
        for (const { name, project, health } of given) {
          const app = application(name, { project });
          engine.put({ ...app, status: { ...app.status, health: { status: health } } });
        }
        const all = engine.applications().map((facts) => toApplicationRow(facts, 'in-cluster'));
        const options = { sort: sortKey, ...(groupKey ? { group: groupKey } : {}) };
        const whole = pageRows(all, { ...options, limit: 500 }).items.map((row) => row.name);
        const seen: ApplicationRow[] = [];
        for (let next: string | null = ''; next !== null;) {
          const page: ReturnType<typeof pageRows> = pageRows(all, {
            ...options,
            limit,
            ...(next ? { continue: next } : {}),
          });
          seen.push(...page.items);
          next = page.continue;
        }
        expect(seen.map((row) => row.name)).toEqual(whole);
        expect([...whole].sort()).toEqual(given.map((row) => row.name).sort());
      }),
    );
  });
});
