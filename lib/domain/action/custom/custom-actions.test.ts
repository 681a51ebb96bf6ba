import { describe, expect, it } from 'vitest';
import { createLuaEvaluator } from '@/lib/adapters/lua/create-lua-evaluator';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { discoverAllActions, runAnyAction } from './custom-actions';

const NOW = new Date('2026-08-01T09:00:00Z');
const { evaluate } = createLuaEvaluator({ now: () => NOW });
const widget: KubernetesObject = {
  apiVersion: 'example.org/v1',
  kind: 'Widget',
  metadata: { name: 'w', namespace: 'ns', labels: {} },
  spec: { size: 1, options: {}, parts: [] },
};
const WIDGET = `
discovery.lua: |
  local actions = {}
  actions["grow"] = { ["disabled"] = obj.spec.size > 5, ["displayName"] = "Grow", ["params"] = { { ["name"] = "by" } } }
  actions["copy"] = {}
  return actions
definitions:
- name: grow
  action.lua: |
    local by = tonumber(actionParams["by"])
    if not by then error("invalid number: " .. actionParams["by"], 0) end
    obj.spec.size = obj.spec.size + by
    return obj
- name: copy
  action.lua: |
    local copy = { apiVersion = obj.apiVersion, kind = obj.kind, metadata = { name = obj.metadata.name .. "-2" } }
    return { { operation = "create", resource = copy }, { operation = "patch", resource = obj } }
- name: odd
  action.lua: return { { operation = "delete", resource = obj } }
`;
const custom = { actionsLua: new Map([['example.org/Widget', WIDGET]]), evaluate };

describe('actions of an installation', () => {
  it('are offered with their state, name and parameters', () => {
    const { actions, problem } = discoverAllActions(widget, custom);
    expect(problem).toBeUndefined();
    expect(actions).toHaveLength(2);
    expect(actions).toContainEqual({
      name: 'grow',
      disabled: false,
      displayName: 'Grow',
      params: [{ name: 'by' }],
    });
    expect(actions).toContainEqual({ name: 'copy', disabled: false });
  });

  it('change a copy of the object, and empty maps stay maps', () => {
    expect(runAnyAction(widget, 'grow', { by: '2' }, NOW, custom)).toEqual({
      ok: true,
      impacted: [{ operation: 'patch', object: { ...widget, spec: { size: 3, options: {}, parts: [] } } }],
    });
    expect(widget.spec).toEqual({ size: 1, options: {}, parts: [] });
  });

  it('create objects', () => {
    const result = runAnyAction(widget, 'copy', {}, NOW, custom);
    expect(result.ok && result.impacted.map(({ operation }) => operation)).toEqual(['create', 'patch']);
    expect(result.ok && result.impacted[0]?.object.metadata.name).toBe('w-2');
  });

  it('report what went wrong', () => {
    expect(runAnyAction(widget, 'grow', { by: 'x' }, NOW, custom)).toEqual({
      ok: false,
      reason: 'failed',
      message: 'invalid number: x',
    });
    expect(runAnyAction(widget, 'odd', {}, NOW, custom)).toMatchObject({ ok: false, reason: 'failed' });
    expect(runAnyAction(widget, 'none', {}, NOW, custom)).toMatchObject({ reason: 'unknown-action' });
  });

  it('stand for the built-in ones of their kind unless they are merged', () => {
    const deployment: KubernetesObject = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {},
      spec: {},
    };
    const text = (merges: boolean) =>
      `mergeBuiltinActions: ${merges}\ndiscovery.lua: 'return { pause = { disabled = true }, mine = {} }'`;
    const names = (merges: boolean) =>
      discoverAllActions(deployment, { actionsLua: new Map([['apps/Deployment', text(merges)]]), evaluate })
        .actions.map(({ name, disabled }) => `${name}${disabled ? ' (disabled)' : ''}`)
        .sort();
    expect(names(false)).toEqual(['mine', 'pause (disabled)']);
    expect(names(true)).toEqual(['mine', 'pause (disabled)', 'restart', 'resume (disabled)', 'scale']);
  });

  it('offer nothing and say why where the discovery fails', () => {
    const broken = {
      actionsLua: new Map([['example.org/Widget', "discovery.lua: 'return nil + 1'"]]),
      evaluate,
    };
    const { actions, problem } = discoverAllActions(widget, broken);
    expect(actions).toEqual([]);
    expect(problem).toContain('attempt to perform arithmetic');
  });
});
