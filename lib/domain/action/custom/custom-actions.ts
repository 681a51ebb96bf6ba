import { isJsonObject, type JsonObject } from '../../resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { splitApiVersion } from '../../resource/resource-key';
import type { EvaluateLua } from '../../health/custom/lua-script';
import { discoverActions } from '../discover-actions';
import type { ActionResult, ImpactedResource, ResourceAction } from '../resource-action';
import { runAction } from '../run-action';
import { parseCustomActions, type CustomActions } from './parse-custom-actions';
import { restoreEmptyMaps } from './restore-empty-maps';

/** The installation's action customisations (`group/Kind` → YAML text) and the Lua that runs them. */
export interface ActionCustomizations {
  actionsLua: ReadonlyMap<string, string>;
  evaluate: EvaluateLua;
}

/**
 * As discoverActions, with the installation's own: they stand for the built-in ones of their kind unless they ask to
 * be merged, and come first on the same name. A discovery script that fails offers nothing and is reported.
 */
export function discoverAllActions(
  object: KubernetesObject,
  { actionsLua, evaluate }: ActionCustomizations,
): { actions: ResourceAction[]; problem?: string } {
  const custom = customActionsOf(object, actionsLua);
  if (!custom) return { actions: discoverActions(object) };
  const builtIn = custom.mergesBuiltIn ? discoverActions(object) : [];
  const outcome = evaluate({ script: custom.discovery, useOpenLibs: false }, object);
  if (!outcome.ok) return { actions: builtIn, problem: outcome.message };
  const own = isJsonObject(outcome.value) ? actionsIn(outcome.value) : [];
  const names = new Set(own.map(({ name }) => name));
  return { actions: [...own, ...builtIn.filter(({ name }) => !names.has(name))] };
}

/** As runAction; a definition of the installation comes before the built-in action of that name. */
export function runAnyAction(
  object: KubernetesObject,
  name: string,
  params: Readonly<Record<string, string>>,
  now: Date,
  { actionsLua, evaluate }: ActionCustomizations,
): ActionResult {
  const script = customActionsOf(object, actionsLua)?.definitions.get(name);
  if (script === undefined) return runAction(object, name, params, now);
  const outcome = evaluate({ script, useOpenLibs: false }, object, params);
  if (!outcome.ok) return { ok: false, reason: 'failed', message: outcome.message };
  return impactedBy(outcome.value, object);
}

function customActionsOf(
  object: KubernetesObject,
  actionsLua: ReadonlyMap<string, string>,
): CustomActions | undefined {
  const { group } = splitApiVersion(object.apiVersion);
  const text = actionsLua.get(`${group}/${object.kind}`);
  return text === undefined ? undefined : parseCustomActions(text);
}

function actionsIn(table: JsonObject): ResourceAction[] {
  return Object.entries(table).map(([name, value]) => {
    if (!isJsonObject(value)) return { name, disabled: false };
    const params = Array.isArray(value.params) ? value.params.filter(isJsonObject) : [];
    return {
      name,
      disabled: value.disabled === true,
      ...(typeof value.displayName === 'string' ? { displayName: value.displayName } : {}),
      ...(typeof value.iconClass === 'string' ? { iconClass: value.iconClass } : {}),
      ...(params.length > 0
        ? {
            params: params.map((each) => ({
              name: typeof each.name === 'string' ? each.name : '',
              ...(typeof each.default === 'string' ? { default: each.default } : {}),
            })),
          }
        : {}),
    };
  });
}

/** One object (the old form: the changed source) or a list of `{ operation, resource }`. */
function impactedBy(value: unknown, source: KubernetesObject): ActionResult {
  const failed = (message: string): ActionResult => ({ ok: false, reason: 'failed', message });
  if (isJsonObject(value))
    return { ok: true, impacted: [{ operation: 'patch', object: restored(value, source) }] };
  if (!Array.isArray(value)) return failed(`expect table output from Lua script, not ${typeof value}`);
  const impacted: ImpactedResource[] = [];
  for (const entry of value) {
    const { operation, resource } = isJsonObject(entry) ? entry : {};
    if (!isJsonObject(resource) || (operation !== 'patch' && operation !== 'create'))
      return failed(
        'expect { operation = "patch" or "create", resource = {…} } in the output of the Lua script',
      );
    const object =
      operation === 'patch' ? restored(resource, source) : (resource as unknown as KubernetesObject);
    impacted.push({ operation, object });
  }
  return { ok: true, impacted };
}

const restored = (value: JsonObject, source: KubernetesObject): KubernetesObject =>
  restoreEmptyMaps(value, source) as KubernetesObject;
