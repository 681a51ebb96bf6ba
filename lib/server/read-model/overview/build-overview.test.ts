import { describe, expect, it } from 'vitest';
import { application, FakeEngine } from '../../__fixtures__/fake-engine';
import { compareEnvironments, environmentOf, withoutEnvironment } from '../application/environment-of';
import { versionOf } from '../application/version-of';
import { buildOverview } from './build-overview';

const NOW = new Date('2026-11-24T12:00:00Z');
type App = ReturnType<typeof application>;

function overviewOf(...apps: [App, object?][]) {
  const engine = new FakeEngine();
  for (const [app, facts] of apps) engine.put(app, facts ?? {});
  return buildOverview(engine, engine.applications(), [], NOW);
}

const withStatus = (name: string, status: App['status']): App => ({
  ...application(name),
  status: { ...application(name).status, ...status },
});
const failed = {
  operationState: {
    operation: {},
    phase: 'Failed' as const,
    message: 'hook failed',
    startedAt: '2026-11-24T11:00:00Z',
    finishedAt: '2026-11-24T11:01:00Z',
  },
};

describe('the overview', () => {
  it('lists what needs a person once per application, failed syncs first, production before the rest', () => {
    const { waiting } = overviewOf(
      [withStatus('dev-a', { health: { status: 'Degraded' } })],
      [withStatus('dev-b', failed)],
      [withStatus('prod-c', { ...failed, health: { status: 'Degraded' } })],
      [application('prod-d'), { driftSince: NOW }],
      [application('dev-e')],
    );
    expect(waiting.map((item) => [item.kind, item.application.name])).toEqual([
      ['failed-sync', 'prod-c'],
      ['failed-sync', 'dev-b'],
      ['degraded', 'dev-a'],
      ['drift', 'prod-d'],
    ]);
  });

  it('does not call a person for drift that self-heal undoes', () => {
    const app = application('dev-a');
    const healing = { ...app, spec: { ...app.spec, syncPolicy: { automated: { selfHeal: true } } } };
    expect(overviewOf([healing, { driftSince: NOW }]).waiting).toEqual([]);
  });

  it('puts the same service in its environments into one row, in order of life', () => {
    const { matrix, environments } = overviewOf(
      [application('prod-shop')],
      [application('dev-shop')],
      [application('preprod-shop')],
      [application('alone')],
    );
    expect(environments).toEqual(['dev', 'preprod', 'prod']);
    expect(matrix.map((row) => [row.name, row.cells.map((cell) => cell.environment)])).toEqual([
      ['shop', ['dev', 'preprod', 'prod']],
    ]);
  });

  it('counts every status, also those that nothing has', () => {
    const { applications } = overviewOf([application('dev-a')], [withStatus('dev-b', failed)]);
    expect(applications).toMatchObject({
      total: 2,
      sync: { Synced: 2, OutOfSync: 0, Unknown: 0 },
      syncing: 0,
    });
  });

  it('shows operations that run', () => {
    const running = {
      operationState: { ...failed.operationState, phase: 'Running' as const, finishedAt: '' },
    };
    const { inFlight, applications } = overviewOf([withStatus('dev-a', running)]);
    expect(inFlight).toMatchObject([{ application: { name: 'dev-a' }, done: 0 }]);
    expect(applications.syncing).toBe(1);
  });
});

describe('an environment', () => {
  it.each([
    [{ labels: { env: 'blue' }, names: ['dev-shop'] }, 'blue'],
    [{ labels: {}, names: ['shop', 'web-prod'] }, 'prod'],
    [{ labels: {}, names: ['product', 'devices'] }, null],
    [{ labels: {}, names: ['shop_staging'] }, 'staging'],
  ])('is read off label and names: %j', (named, expected) => {
    expect(environmentOf(named)).toBe(expected);
  });

  it('is taken off the name wherever it stands', () => {
    expect(['dev-shop', 'shop-dev', 'a-dev-b', 'dev'].map((name) => withoutEnvironment(name, 'dev'))).toEqual(
      ['shop', 'shop', 'a-b', 'dev'],
    );
  });

  it('stands in order of life', () => {
    expect(['prod-us', 'dev', 'blue', 'qa', 'preprod'].sort(compareEnvironments)).toEqual([
      'dev',
      'qa',
      'preprod',
      'blue',
      'prod-us',
    ]);
  });
});

describe('a version', () => {
  const facts = {
    name: 'prod-shop',
    images: [] as string[],
    chart: '',
    targetRevision: 'main',
    revision: 'a'.repeat(40),
  };
  it.each([
    [{ ...facts, images: ['redis:7', 'ghcr.io/x/shop:v1.4.2@sha256:abc'] }, '1.4.2'],
    [{ ...facts, images: ['registry:5000/web'] }, 'aaaaaaa'],
    [{ ...facts, images: ['x/web@sha256:0123456789'] }, '0123456'],
    [{ ...facts, chart: 'redis', revision: '18.1.0' }, '18.1.0'],
    [facts, 'aaaaaaa'],
  ])('is what a person says: %#', (given, expected) => {
    expect(versionOf(given)).toBe(expected);
  });
});
