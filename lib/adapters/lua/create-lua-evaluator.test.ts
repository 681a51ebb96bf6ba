import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '@/lib/domain/resource/kubernetes-object';
import { createLuaEvaluator } from './create-lua-evaluator';

const lua = createLuaEvaluator({ now: () => new Date('2026-08-01T09:05:07Z') });
const object: KubernetesObject = {
  apiVersion: 'example.org/v1',
  kind: 'Widget',
  metadata: { name: 'w', generation: 3 },
  spec: { replicas: 3, ratio: 0.5, tags: ['a', 'b'], nothing: null, empty: {} },
  status: { conditions: [{ type: 'Ready', status: 'True', message: 'été' }] },
};
const value = (script: string, useOpenLibs = false): unknown => {
  const outcome = lua.evaluate({ script, useOpenLibs }, object);
  return outcome.ok ? outcome.value : outcome.message;
};

describe('Lua evaluator', () => {
  it('gives scripts the object and answers what they return, as JSON', () => {
    expect(value('return obj.spec')).toEqual({ replicas: 3, ratio: 0.5, tags: ['a', 'b'], empty: [] });
    expect(value('return obj.status.conditions[1].message')).toBe('été');
    expect(value('return obj.spec.nothing == nil')).toBe(true);
    expect(value('return nil')).toBeUndefined();
    expect(value('hs = {}; hs.n = 1')).toBeUndefined();
  });

  it('prints whole numbers without a fraction', () => {
    expect(value('return obj.spec.replicas .. "/" .. obj.metadata.generation')).toBe('3/3');
  });

  it('knows what Lua 5.1 knew', () => {
    expect(value('return table.getn(obj.spec.tags)')).toBe(2);
    expect(value('return (unpack(obj.spec.tags))')).toBe('a');
    expect(value('return table.maxn({ 1, 2, [7] = 3 })')).toBe(7);
  });

  it('tells the time in UTC, from its clock', () => {
    expect(value('local os = require("os"); return os.date("!%Y-%m-%dT%XZ")')).toBe('2026-08-01T09:05:07Z');
    expect(value('return os.date("!%Y%m%d%H%M")')).toBe('202608010905');
    expect(value('return os.time({ year = 1970, month = 1, day = 2, hour = 0 })')).toBe(86_400);
    expect(value('return os.time()')).toBe(Date.parse('2026-08-01T09:05:07Z') / 1000);
  });

  it('opens string and math only where the installation asks for them', () => {
    expect(value('return string == nil and math == nil')).toBe(true);
    expect(value('return string.format("%d", 3) .. math.floor(2.5)', true)).toBe('32');
    expect(value('return ("x"):rep(3, "-")', true)).toBe('x-x-x');
  });

  it.each([
    'io',
    'debug',
    'package',
    'dofile',
    'loadfile',
    'load',
    'os.execute',
    'os.getenv',
    'os.exit',
    'os.remove',
    'collectgarbage',
  ])('has no %s, with or without open libraries', (name) => {
    expect(value(`return ${name} == nil`)).toBe(true);
    expect(value(`return ${name} == nil`, true)).toBe(true);
  });

  it('answers a broken script and a failing one with the line and the reason', () => {
    expect(value('return {')).toContain('script:1:');
    expect(value('local a\nreturn a.b.c')).toContain('script:2: attempt to index');
    expect(value('error("no replicas", 0)')).toBe('no replicas');
    expect(value('error({})')).toBe('the script raised a table');
    expect(value('return require("io")')).toContain("module 'io' not found");
  });

  it('refuses a result that holds itself', () => {
    expect(value('local t = {}; t.me = t; return t')).toContain('nested too deeply');
  });

  it('keeps nothing from one run to the next', () => {
    value('leaked = 1; table.insert = nil; obj.spec.replicas = 9');
    expect(value('return leaked == nil and table.insert ~= nil and obj.spec.replicas')).toBe(3);
  });

  it('does not let one call fill the memory', () => {
    expect(value('return ("x"):rep(1000000000)', true)).toContain('resulting string too large');
  });

  it.each([
    ['a loop', 'while true do end'],
    ['a loop that catches errors', 'while true do pcall(function() while true do end end) end'],
    [
      'a loop in a coroutine',
      'local co = coroutine.wrap(function() while true do end end); while true do pcall(co) end',
    ],
  ])('ends %s after its limit, and does not run that script again for a minute', (_, script) => {
    let now = new Date('2026-08-01T00:00:00Z');
    let runs = 0;
    const impatient = createLuaEvaluator({ limitMs: 50, now: () => now });
    const counted: KubernetesObject = { ...object, metadata: { name: 'w' } };
    Object.defineProperty(counted, 'spec', { enumerable: true, get: () => ++runs });
    const run = (): unknown => impatient.evaluate({ script, useOpenLibs: true }, counted);
    const late = { ok: false, message: 'the script ran longer than 50 ms' };
    expect(run()).toEqual(late);
    expect(run()).toEqual(late);
    expect(runs).toBe(1);
    now = new Date('2026-08-01T00:01:01Z');
    expect(run()).toEqual(late);
    expect(runs).toBe(2);
  });

  it('carries deeply nested data both ways', () => {
    const nested = Array.from({ length: 60 }).reduce<object>((inner) => ({ inner }), { end: true });
    const outcome = lua.evaluate({ script: 'return obj.spec', useOpenLibs: false }, {
      ...object,
      spec: nested,
    } as KubernetesObject);
    expect(outcome).toEqual({ ok: true, value: nested });
  });

  it('gives actions their parameters', () => {
    const script = { script: 'return tonumber(actionParams["replicas"])', useOpenLibs: false };
    expect(lua.evaluate(script, object, { replicas: '5' })).toEqual({ ok: true, value: 5 });
  });
});
