import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMergePatch } from '../manifest/merge-patch';
import type { JsonObject } from '../resource/json';
import { COMPILED_DOCUMENT } from '../diff/__fixtures__/schemas';
import { buildTypeSchemas, typeSchemaOfCrd } from '../structured-merge/schema/build-type-schemas';
import type { TypeSchema } from '../structured-merge/schema/type-schema';
import { strategicMergePatch } from './strategic-merge-patch';
import { threeWayPatch } from './three-way-patch';

const schema = buildTypeSchemas(COMPILED_DOCUMENT).get('Deployment') as TypeSchema;
const pod = (containers: JsonObject[]): JsonObject => ({ spec: { template: { spec: { containers } } } });

describe('a three-way patch', () => {
  it('deletes what was applied last and is gone, keeps what others added, and changes the rest', () => {
    const original = pod([
      { name: 'web', image: '1', args: ['a'] },
      { name: 'old', image: '1' },
    ]);
    const modified = pod([{ name: 'web', image: '2' }]);
    const current = pod([
      { name: 'web', image: '1', args: ['a'], imagePullPolicy: 'Always' },
      { name: 'old', image: '1' },
      { name: 'sidecar', image: '9' },
    ]);
    const patch = threeWayPatch({ original, modified, current, schema });
    expect(patch?.type).toBe('strategic');
    expect(strategicMergePatch(current, patch?.patch ?? {}, schema)).toEqual(
      pod([
        { name: 'web', image: '2', imagePullPolicy: 'Always' },
        { name: 'sidecar', image: '9' },
      ]),
    );
  });

  it('is a merge patch with whole lists for custom resources', () => {
    const custom = typeSchemaOfCrd({
      type: 'object',
      properties: { spec: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
    });
    const patch = threeWayPatch({
      original: { spec: { a: 1, list: [1] } },
      modified: { spec: { list: [1, 2], none: null } },
      current: { spec: { a: 1, list: [1], theirs: true } },
      schema: custom,
    });
    expect(patch).toEqual({ type: 'merge', patch: { spec: { a: null, list: [1, 2] } } });
  });

  it('says nothing where nothing is to do, items of the same merge key included', () => {
    const ports = [
      { containerPort: 80, protocol: 'TCP' },
      { containerPort: 90 },
      { containerPort: 80, protocol: 'UDP' },
    ];
    const object = pod([{ name: 'web', ports }]);
    expect(threeWayPatch({ original: object, modified: object, current: object, schema })).toBeUndefined();
  });

  it('once applied leaves nothing to send', () => {
    const container = fc.record({
      name: fc.constantFrom('a', 'b', 'c'),
      image: fc.constantFrom('1', '2'),
      args: fc.array(fc.constantFrom('x', 'y'), { minLength: 1 }),
    });
    const containers = fc.uniqueArray(container, { selector: (each) => each.name, maxLength: 3 });
    fc.assert(
      fc.property(containers, containers, containers, (before, wanted, present) => {
        const [original, modified, current] = [before, wanted, present].map((list) =>
          pod(list as unknown as JsonObject[]),
        );
        if (!original || !modified || !current) return;
        const patch = threeWayPatch({ original, modified, current, schema });
        const result = patch ? strategicMergePatch(current, patch.patch, schema) : current;
        expect(threeWayPatch({ original, modified, current: result, schema })).toBeUndefined();
      }),
    );
  });

  it('turns the current object into the modified one where merge patches are used', () => {
    const spec = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.oneof(fc.integer(), fc.array(fc.integer()), fc.record({ x: fc.integer() })),
    );
    fc.assert(
      fc.property(spec, spec, (before, wanted) => {
        const [original, modified] = [{ spec: before }, { spec: wanted }] as [JsonObject, JsonObject];
        const patch = threeWayPatch({ original, modified, current: original, schema: undefined });
        expect(patch ? applyMergePatch(original, patch.patch) : original).toEqual(modified);
      }),
    );
  });
});

describe('strategic merge patch directives', () => {
  const current = pod([
    { name: 'web', image: '1' },
    { name: 'db', image: '1' },
  ]);
  const patched = (containers: JsonObject): unknown =>
    (
      strategicMergePatch(current, { spec: { template: { spec: containers } } }, schema).spec as {
        template: { spec: unknown };
      }
    ).template.spec;

  it('deletes an item, replaces a list, and orders it', () => {
    expect(patched({ containers: [{ $patch: 'delete', name: 'web' }] })).toEqual({
      containers: [{ name: 'db', image: '1' }],
    });
    expect(patched({ containers: [{ $patch: 'replace' }, { name: 'new' }] })).toEqual({
      containers: [{ name: 'new' }],
    });
    expect(patched({ '$setElementOrder/containers': [{ name: 'db' }, { name: 'web' }] })).toEqual({
      containers: [
        { name: 'db', image: '1' },
        { name: 'web', image: '1' },
      ],
    });
  });

  it('retains only the named keys, deletes by null, and replaces an object', () => {
    const strategy = { spec: { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } } };
    const apply = (patch: JsonObject) =>
      strategicMergePatch(strategy, { spec: { strategy: patch } }, schema).spec;
    expect(apply({ $retainKeys: ['type'], type: 'Recreate' })).toEqual({ strategy: { type: 'Recreate' } });
    expect(apply({ rollingUpdate: null })).toEqual({ strategy: { type: 'RollingUpdate' } });
    expect(apply({ $patch: 'replace', type: 'Recreate' })).toEqual({ strategy: { type: 'Recreate' } });
  });

  it('takes values out of a set of primitives', () => {
    const set = typeSchemaOfCrd({
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties: {
            keys: { type: 'array', items: { type: 'string' }, 'x-kubernetes-patch-strategy': 'merge' },
          },
        },
      },
    });
    const patch = { spec: { '$deleteFromPrimitiveList/keys': ['a'], keys: ['c'] } };
    expect(strategicMergePatch({ spec: { keys: ['a', 'b'] } }, patch, set)).toEqual({
      spec: { keys: ['b', 'c'] },
    });
  });
});
