import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../resource/json';
import type { KubernetesObject } from '../resource/kubernetes-object';
import { applyServerSide } from '../structured-merge/managed/apply-server-side';
import { withLastApplied } from '../structured-merge/managed/last-applied';
import { trackUpdate } from '../structured-merge/managed/track-update';
import { buildTypeSchemas, typeSchemaOfCrd } from '../structured-merge/schema/build-type-schemas';
import type { TypeSchema } from '../structured-merge/schema/type-schema';
import { COMPILED_DOCUMENT, WIDGET_SCHEMA } from './__fixtures__/schemas';
import { compareDryRun } from './compare-dry-run';
import { compareResource } from './compare-resource';
import { DEFAULT_COMPARISON_SETTINGS, type ComparisonInput } from './comparison-input';
import { compileIgnoreRules } from './ignore/ignore-rule';
import { applyIgnoreDifferences } from './ignore-differences';
import { toStoredForm } from './normalise/stored-form';

const MANAGER = 'argocd-controller';
const NOW = '2026-01-01T00:00:00Z';
const compiled = buildTypeSchemas(COMPILED_DOCUMENT);
const widgetSchema = typeSchemaOfCrd(WIDGET_SCHEMA);
const schemaOf = (object: KubernetesObject): TypeSchema => compiled.get(object.kind) ?? widgetSchema;

function stored(object: KubernetesObject): KubernetesObject {
  return toStoredForm(object as unknown as JsonObject, schemaOf(object)) as unknown as KubernetesObject;
}

/** A small API server: both ways of writing, defaults, ownership. */
function write(
  mode: ComparisonInput['mode'],
  manifest: KubernetesObject,
  live?: KubernetesObject,
): KubernetesObject {
  const schema = schemaOf(manifest);
  if (mode === 'client-side') {
    const after = stored(withLastApplied(manifest, manifest));
    const managedFields = trackUpdate({ before: live, after, manager: MANAGER, schema, now: NOW });
    return { ...after, metadata: { ...after.metadata, managedFields } };
  }
  const result = applyServerSide({
    live,
    applied: manifest,
    manager: MANAGER,
    force: true,
    schema,
    now: NOW,
    defaulting: stored,
  });
  if (result.result !== 'ok') throw new Error(result.message);
  return result.object;
}

function compare(desired: KubernetesObject, live: KubernetesObject, more: Partial<ComparisonInput> = {}) {
  const base = {
    desired,
    live,
    schema: schemaOf(desired),
    manager: MANAGER,
    settings: DEFAULT_COMPARISON_SETTINGS,
  };
  return compareResource({ mode: 'server-side', ...base, ...more });
}

const word = fc.stringMatching(/^[a-z]{1,6}$/);
const quantity = fc.constantFrom('100m', '1', '0.5', 1, '1Gi', '1024Mi', '64Mi');
const labels = fc.dictionary(word, word, { maxKeys: 3 });
const deployment = fc
  .record({
    name: word,
    labels,
    replicas: fc.integer({ min: 1, max: 5 }),
    containers: fc.uniqueArray(
      fc.record({
        name: word,
        image: fc.constantFrom('web:1', 'web', 'db@sha256:abc'),
        env: fc.uniqueArray(fc.record({ name: word, value: fc.constantFrom('a', 'b') }), {
          selector: (each) => each.name,
          maxLength: 3,
        }),
        ports: fc.uniqueArray(fc.record({ containerPort: fc.integer({ min: 1, max: 9 }) }), {
          selector: (each) => each.containerPort,
          maxLength: 2,
        }),
        args: fc.array(word, { minLength: 1, maxLength: 3 }),
        resources: fc.record({ requests: fc.dictionary(fc.constantFrom('cpu', 'memory'), quantity) }),
      }),
      { selector: (each) => each.name, minLength: 1, maxLength: 3 },
    ),
  })
  .map((spec): KubernetesObject => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: spec.name, namespace: 'shop', labels: spec.labels },
    spec: {
      replicas: spec.replicas,
      selector: { matchLabels: { app: 'x' } },
      template: { metadata: { labels: { app: 'x' } }, spec: { containers: spec.containers } },
    },
  }));
const configMap = fc
  .record({ name: word, labels, data: labels })
  .map(({ name, labels: own, data }): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'shop', labels: own },
    ...(Object.keys(data).length > 0 ? { data } : {}),
  }));
const widget = fc
  .record({
    name: word,
    spec: fc.record(
      {
        size: fc.integer(),
        hosts: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
        bays: fc.uniqueArray(fc.record({ name: word }), {
          selector: (each) => each.name,
          minLength: 1,
          maxLength: 3,
        }),
        // Emptied free maps are left out: the real server stores null for them, which the next apply changes again.
        extra: fc.dictionary(word, fc.oneof(word, fc.integer(), fc.array(word, { minLength: 1 })), {
          minKeys: 1,
        }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ name, spec }): KubernetesObject => ({
    apiVersion: 'example.dev/v1',
    kind: 'Widget',
    metadata: { name, namespace: 'shop' },
    spec,
  }));
const anyObject = fc.oneof(deployment, configMap, widget);
const modes = ['server-side', 'client-side'] as const;

describe('a comparison', () => {
  it.each(modes)('finds nothing after the object was applied (%s)', (mode) => {
    fc.assert(
      fc.property(anyObject, (manifest) => {
        expect(compare(manifest, write(mode, manifest), { mode })).toMatchObject({
          modified: false,
          changes: [],
        });
      }),
    );
  });

  it('finds nothing after a change of Git was applied, whatever was there before', () => {
    const pair = fc.oneof(
      fc.tuple(deployment, deployment),
      fc.tuple(configMap, configMap),
      fc.tuple(widget, widget),
    );
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const renamed = { ...after, metadata: { ...after.metadata, name: before.metadata.name ?? '' } };
        const live = write('server-side', renamed, write('server-side', before));
        expect(compare(renamed, live)).toMatchObject({ modified: false });
      }),
    );
  });

  it('predicts what the apply then makes of the object', () => {
    const pair = fc.oneof(
      fc.tuple(configMap, configMap),
      fc.tuple(widget, widget),
      fc.tuple(deployment, deployment),
    );
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const renamed = { ...after, metadata: { ...after.metadata, name: before.metadata.name ?? '' } };
        const live = write('server-side', before);
        const result = write('server-side', renamed, live);
        const answer = compareDryRun({
          desired: renamed,
          live,
          dryRun: result,
          schema: schemaOf(renamed),
          mode: 'server-side',
          manager: MANAGER,
          settings: DEFAULT_COMPARISON_SETTINGS,
          mayBeMutated: false,
          includeMutationWebhook: false,
        });
        const structural = compare(renamed, live);
        expect(structural.modified).toBe(answer.modified);
        expect(structural.changes.map((change) => change.text)).toEqual(
          answer.changes.map((change) => change.text),
        );
      }),
    );
  });
});

const simple: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'c', namespace: 'shop' },
  data: { a: '1', b: '2' },
};

describe('the result of a comparison', () => {
  it('names path, values, and the manager of the live value with its time', () => {
    const live = write('server-side', simple);
    const edited = { ...live, data: { a: 'edited', b: '2' } };
    const schema = schemaOf(simple);
    const managedFields = trackUpdate({
      before: live,
      after: edited,
      manager: 'kubectl-edit',
      schema,
      now: '2026-01-02T00:00:00Z',
    });
    const drifted = { ...edited, metadata: { ...edited.metadata, managedFields } };
    expect(compare(simple, drifted).changes).toEqual([
      {
        path: ['f:data', 'f:a'],
        text: 'data.a',
        pointer: '/data/a',
        op: 'replace',
        live: 'edited',
        desired: '1',
        manager: 'kubectl-edit',
        managerTime: '2026-01-02T00:00:00Z',
      },
    ]);
  });

  it('leaves alone what others set, and removes what Git no longer says', () => {
    const live = write('server-side', simple);
    const foreign = { ...live, data: { a: '1', b: '2', theirs: '3' } };
    const desired = { ...simple, data: { a: '1' } };
    expect(compare(desired, foreign).changes.map(({ op, text }) => `${op} ${text}`)).toEqual([
      'remove data.b',
    ]);
  });

  it('is a certain refusal for an unknown field or a change of a fixed one', () => {
    const live = write('server-side', simple);
    expect(compare({ ...simple, colour: 'red' }, live)).toMatchObject({
      certain: true,
      refusal: '.colour: field not declared in schema',
    });
    const frozen = { ...live, immutable: true };
    expect(compare({ ...simple, data: { a: '2', b: '2' } }, frozen).refusal).toBe('the object is immutable');
  });

  it('is not certain without a schema', () => {
    const desired = { ...simple, data: { a: '9' } };
    const rest = { desired, live: simple };
    const answer = compareResource({
      ...rest,
      mode: 'server-side',
      manager: MANAGER,
      settings: DEFAULT_COMPARISON_SETTINGS,
    });
    expect(answer).toMatchObject({ modified: true, certain: false });
  });

  it('takes a missing object as a difference, and one that only lives as none', () => {
    const input = {
      schema: schemaOf(simple),
      mode: 'server-side',
      manager: MANAGER,
      settings: DEFAULT_COMPARISON_SETTINGS,
    } as const;
    expect(compareResource({ ...input, desired: simple })).toMatchObject({ modified: true, certain: true });
    expect(compareResource({ ...input, live: simple })).toMatchObject({ modified: false, certain: true });
    const elsewhere = compareResource({ ...input, desired: simple, namespaces: new Set(['other']) });
    expect(elsewhere).toMatchObject({ certain: false });
  });
});

describe('lists of custom resources', () => {
  it('are replaced whole by a patch and merged by server-side apply', () => {
    const desired: KubernetesObject = {
      apiVersion: 'example.dev/v1',
      kind: 'Widget',
      metadata: { name: 'w' },
      spec: { hosts: ['a'] },
    };
    const live = { ...desired, spec: { size: 1, hosts: ['a', 'theirs'] } };
    expect(
      compare(desired, live, { mode: 'client-side' }).changes.map(({ op, text }) => `${op} ${text}`),
    ).toEqual(['remove spec.hosts[="theirs"]']);
    expect(compare(desired, live).modified).toBe(false);
  });
});

describe('ignoreDifferences', () => {
  const live = { ...write('server-side', simple), data: { a: 'x', b: 'y' } };
  const ignoring = (entry: object) => {
    const ignoreRules = compileIgnoreRules([{ kind: 'ConfigMap', ...entry }]);
    return compare(simple, live, { settings: { ...DEFAULT_COMPARISON_SETTINGS, ignoreRules } });
  };

  it('takes pointers out of both sides, for matching groups, kinds and names only', () => {
    expect(ignoring({ jsonPointers: ['/data/a', '/data/b'] }).modified).toBe(false);
    expect(ignoring({ jsonPointers: ['/data/a'] }).changes.map((change) => change.text)).toEqual(['data.b']);
    expect(ignoring({ group: 'apps', jsonPointers: ['/data'] }).modified).toBe(true);
    expect(ignoring({ group: '*', kind: 'Config*', jsonPointers: ['/data'] }).modified).toBe(false);
    expect(ignoring({ name: 'c*', jsonPointers: ['/data'] }).modified).toBe(true);
  });

  it('gives ignored fields their live value at a sync that respects them', () => {
    const rules = compileIgnoreRules([{ kind: 'ConfigMap', jsonPointers: ['/data/a'] }]);
    expect(applyIgnoreDifferences(simple, live, rules, schemaOf(simple)).data).toEqual({ a: 'x', b: '2' });
  });
});
