import { describe, expect, it } from 'vitest';
import { createLuaEvaluator } from '@/lib/adapters/lua/create-lua-evaluator';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { assessHealth } from '../assess-health';
import { customHealth, healthOf } from './custom-health';
import { findCustomization } from './find-customization';

const { evaluate } = createLuaEvaluator();
const widget = (status?: object): KubernetesObject =>
  ({ apiVersion: 'example.org/v1', kind: 'Widget', metadata: { name: 'w' }, status }) as KubernetesObject;
const scripts = (entries: Record<string, string>) =>
  new Map(Object.entries(entries).map(([key, script]) => [key, { script, useOpenLibs: false }]));

const CHECK = `
local hs = { status = "Progressing", message = "waiting" }
if obj.status ~= nil and obj.status.state == "up" then
  hs.status = "Healthy"
  hs.message = "up with " .. table.getn(obj.status.parts or {}) .. " parts"
end
return hs`;

describe('customHealth', () => {
  const override = customHealth(scripts({ 'example.org/Widget': CHECK }), evaluate);

  it('judges by the installation’s script', () => {
    expect(assessHealth(widget(), { override })).toEqual({ status: 'Progressing', message: 'waiting' });
    expect(assessHealth(widget({ state: 'up', parts: [1, 2] }), { override })).toEqual({
      status: 'Healthy',
      message: 'up with 2 parts',
    });
  });

  it('comes before the built-in check, and leaves other kinds to theirs', () => {
    const own = customHealth(scripts({ '/Service': 'return { status = "Suspended" }' }), evaluate);
    const service = { apiVersion: 'v1', kind: 'Service', metadata: {} };
    const claim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {},
      status: { phase: 'Bound' },
    };
    expect(assessHealth(service, { override: own })).toEqual({ status: 'Suspended' });
    expect(assessHealth(claim, { override: own })).toEqual({ status: 'Healthy' });
  });

  it('is not asked about objects that are being deleted', () => {
    const leaving = { ...widget(), metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' } };
    expect(assessHealth(leaving, { override })?.message).toBe('Pending deletion');
  });

  it('answers Unknown for a script that fails or says something else', () => {
    const judge = (script: string) =>
      assessHealth(widget(), { override: customHealth(scripts({ 'example.org/Widget': script }), evaluate) });
    expect(judge('return { status = "Fine" }')).toEqual({
      status: 'Unknown',
      message: 'Lua returned an invalid health status',
    });
    expect(judge('return obj.status.state')?.status).toBe('Unknown');
    expect(judge('return "Healthy"')).toEqual({
      status: 'Unknown',
      message: 'expect table output from Lua script, not string',
    });
  });

  it('takes nothing, and an empty table, as no health', () => {
    expect(healthOf({ ok: true, value: undefined })).toBeNull();
    expect(healthOf({ ok: true, value: [] })).toBeNull();
    const silent = customHealth(scripts({ '/Service': 'return {}' }), evaluate);
    expect(
      assessHealth({ apiVersion: 'v1', kind: 'Service', metadata: {} }, { override: silent }),
    ).toBeNull();
  });
});

describe('findCustomization', () => {
  const entries = new Map([
    ['example.org/*', 'kind'],
    ['*.example.org/*', 'group'],
    ['a.example.org/Widget', 'exact'],
    ['/Pod', 'core'],
  ]);

  it.each([
    ['a.example.org', 'Widget', 'exact'],
    ['a.example.org', 'Gadget', 'group'],
    ['example.org', 'Gadget', 'kind'],
    ['', 'Pod', 'core'],
    ['', 'Service', undefined],
    ['example.com', 'Widget', undefined],
    ['notexample.org', 'Widget', undefined],
  ])('finds for %s/%s: %s', (group, kind, expected) => {
    expect(findCustomization(entries, group, kind)).toBe(expected);
  });
});
