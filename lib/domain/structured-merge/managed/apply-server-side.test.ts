import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { typeSchemaOfCrd } from '../schema/build-type-schemas';
import { applyServerSide, type ApplyResult } from './apply-server-side';
import { LAST_APPLIED_ANNOTATION, readLastApplied, withLastApplied } from './last-applied';
import { trackUpdate } from './track-update';

const schema = typeSchemaOfCrd({
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      properties: {
        size: { type: 'integer' },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        frozen: {
          type: 'object',
          additionalProperties: { type: 'string' },
          'x-kubernetes-map-type': 'atomic',
        },
        plain: { type: 'array', items: { type: 'string' } },
        hosts: { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' },
        ports: {
          type: 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['port', 'proto'],
          items: {
            type: 'object',
            properties: {
              port: { type: 'integer' },
              proto: { type: 'string', default: 'TCP' },
              sign: { type: 'string' },
            },
          },
        },
      },
    },
  },
});

function widget(spec: JsonObject, labels?: Record<string, string>): KubernetesObject {
  return {
    apiVersion: 'example.dev/v1',
    kind: 'Widget',
    metadata: { name: 'w', ...(labels ? { labels } : {}) },
    spec,
  };
}

function apply(
  live: KubernetesObject | undefined,
  applied: KubernetesObject,
  options: { manager?: string; force?: boolean; now?: string } = {},
): ApplyResult {
  const { manager = 'argocd-controller', force = false, now = '2026-01-01T00:00:00Z' } = options;
  return applyServerSide({ live, applied, manager, force, schema, now });
}

function applied(...args: Parameters<typeof apply>): KubernetesObject {
  const result = apply(...args);
  if (result.result !== 'ok') throw new Error(result.message);
  return result.object;
}

describe('server-side apply', () => {
  it('owns leaves, atomic values as a whole, and items of keyed and set lists', () => {
    const object = applied(
      undefined,
      widget({ size: 1, frozen: { a: '1' }, plain: ['x'], hosts: ['h'], ports: [{ port: 80, sign: 's' }] }),
    );
    expect(object.metadata.managedFields).toEqual([
      {
        manager: 'argocd-controller',
        operation: 'Apply',
        apiVersion: 'example.dev/v1',
        time: '2026-01-01T00:00:00Z',
        fieldsType: 'FieldsV1',
        fieldsV1: {
          'f:spec': {
            'f:frozen': {},
            'f:hosts': { 'v:"h"': {} },
            'f:plain': {},
            'f:ports': { 'k:{"port":80,"proto":"TCP"}': { '.': {}, 'f:port': {}, 'f:sign': {} } },
            'f:size': {},
          },
        },
      },
    ]);
  });

  it('removes what is no longer applied, unless somebody else owns it', () => {
    const first = applied(undefined, widget({ size: 1, labels: { ours: '1', shared: '2' } }));
    const second = applied(first, widget({ labels: { shared: '2' } }), { manager: 'other' });
    const third = applied(second, widget({ size: 1 }));
    expect(third.spec).toEqual({ size: 1, labels: { shared: '2' } });
  });

  it('removes a list item of which somebody else owns only a field', () => {
    const first = applied(undefined, widget({ ports: [{ port: 80 }, { port: 81 }] }));
    const edited = { ...first, spec: { ports: [{ port: 80 }, { port: 81, sign: 'x' }] } };
    const managedFields = trackUpdate({
      before: first,
      after: edited,
      manager: 'edit',
      schema,
      now: '2026-01-01T00:00:01Z',
    });
    const live = { ...edited, metadata: { ...edited.metadata, managedFields } };
    expect(applied(live, widget({ ports: [{ port: 80 }] })).spec).toEqual({ ports: [{ port: 80 }] });
  });

  it('reports a conflict in the words of the API server, and takes the field when forced', () => {
    const live = applied(undefined, widget({ size: 1 }), { manager: 'hpa' });
    const result = apply(live, widget({ size: 2 }));
    expect(result).toMatchObject({
      result: 'conflict',
      message: 'Apply failed with 1 conflict: conflict with "hpa": .spec.size',
      conflicts: [{ manager: 'hpa', fields: [['f:spec', 'f:size']] }],
    });
    const forced = applied(live, widget({ size: 2 }), { force: true });
    expect(forced.metadata.managedFields?.map((entry) => entry.manager)).toEqual(['argocd-controller']);
  });

  it('shares ownership of an equal value without a conflict', () => {
    const live = applied(undefined, widget({ size: 1 }), { manager: 'a' });
    const shared = applied(live, widget({ size: 1 }), { manager: 'b' });
    expect(shared.metadata.managedFields?.map((entry) => entry.manager)).toEqual(['b', 'a']);
  });

  it('changes nothing, not even a time, when applied a second time', () => {
    const live = applied(undefined, widget({ size: 1 }));
    expect(apply(live, widget({ size: 1 }), { now: '2026-02-02T00:00:00Z' })).toEqual({
      result: 'ok',
      object: live,
      changed: false,
    });
  });

  it('keeps what an untracked object holds: it belongs to before-first-apply', () => {
    const live = applied(widget({ size: 1, labels: { a: '1' } }), widget({ size: 1 }));
    expect(live.metadata.managedFields?.map((entry) => entry.manager)).toEqual([
      'argocd-controller',
      'before-first-apply',
    ]);
    expect(live.spec).toEqual({ size: 1, labels: { a: '1' } });
  });

  it('orders a keyed list as applied, foreign items where they were', () => {
    const first = applied(undefined, widget({ hosts: ['a', 'b'] }));
    const second = applied(first, widget({ hosts: ['x'] }), { manager: 'other' });
    expect(second.spec).toEqual({ hosts: ['a', 'b', 'x'] });
    expect(applied(second, widget({ hosts: ['b', 'a'] })).spec).toEqual({ hosts: ['b', 'x', 'a'] });
  });

  it('refuses unknown fields, wrong types, duplicates and sent managedFields', () => {
    const messageOf = (object: KubernetesObject) => {
      const result = apply(undefined, object);
      return result.result === 'invalid' ? `${result.status} ${result.message}` : result.result;
    };
    expect(messageOf(widget({ sise: 1 }))).toContain('.spec.sise: field not declared in schema');
    expect(messageOf(widget({ plain: 'x' }))).toContain('.spec.plain: expected list');
    expect(messageOf(widget({ ports: [{ port: 80 }, { port: 80, proto: 'TCP' }] }))).toContain(
      '.spec.ports: duplicate entries for key [port=80,proto="TCP"]',
    );
    const sent = widget({});
    sent.metadata.managedFields = [];
    expect(messageOf(sent)).toBe('400 metadata.managedFields must be nil');
  });
});

describe('update tracking', () => {
  const now = '2026-01-01T00:00:05Z';

  it('moves changed fields to the writer, and nothing that it wrote unchanged', () => {
    const before = applied(undefined, widget({ size: 1, labels: { a: '1' } }));
    const after = { ...before, spec: { size: 2, labels: { a: '1' } } };
    const entries = trackUpdate({ before, after, manager: 'kubectl-edit', schema, now });
    expect(entries.map((entry) => [entry.manager, entry.fieldsV1])).toEqual([
      ['argocd-controller', { 'f:spec': { 'f:labels': { 'f:a': {} } } }],
      ['kubectl-edit', { 'f:spec': { 'f:size': {} } }],
    ]);
  });

  it('leaves an object untracked whose entries were cleared', () => {
    const before = widget({ size: 1 });
    expect(trackUpdate({ before, after: widget({ size: 2 }), manager: 'm', schema, now })).toEqual([]);
    const tracked = applied(undefined, widget({ size: 1 }));
    const clearing = { ...tracked, metadata: { ...tracked.metadata, managedFields: [{}] } };
    expect(trackUpdate({ before: tracked, after: clearing, manager: 'm', schema, now })).toEqual([]);
  });

  it('keeps at most ten updaters', () => {
    let live = applied(undefined, widget({ labels: { start: '0' } }));
    for (let n = 0; n < 14; n++) {
      const spec = {
        labels: { ...(live.spec as { labels: Record<string, string> }).labels, [`k${n}`]: 'v' },
      };
      const after = { ...live, spec };
      const time = `2026-01-01T00:01:${String(n).padStart(2, '0')}Z`;
      const managedFields = trackUpdate({ before: live, after, manager: `m${n}`, schema, now: time });
      live = { ...after, metadata: { ...after.metadata, managedFields } };
    }
    const updaters = live.metadata.managedFields?.filter((entry) => entry.operation === 'Update') ?? [];
    expect(updaters).toHaveLength(10);
    expect(updaters.map((entry) => entry.manager)).toContain('ancient-changes');
  });
});

describe('last-applied annotation', () => {
  it('is always set for client-side apply, without itself and with sorted keys', () => {
    const manifest = widget({ size: 1 });
    const once = withLastApplied(manifest, manifest);
    const text = once.metadata.annotations?.[LAST_APPLIED_ANNOTATION];
    expect(text).toBe(
      '{"apiVersion":"example.dev/v1","kind":"Widget","metadata":{"annotations":{},"name":"w"},"spec":{"size":1}}\n',
    );
    expect(withLastApplied(once, once).metadata.annotations?.[LAST_APPLIED_ANNOTATION]).toBe(text);
  });

  it('is kept up to date by kubectl’s server-side apply only where it is there', () => {
    const plain = applied(undefined, widget({ size: 1 }), { manager: 'kubectl' });
    expect(plain.metadata.annotations).toBeUndefined();
    const annotated = withLastApplied(plain, widget({ size: 1 }));
    const next = applied(annotated, widget({ size: 2 }), { manager: 'kubectl' });
    expect(readLastApplied(next)?.spec).toEqual({ size: 2 });
  });
});
