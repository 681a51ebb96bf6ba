import { isJsonObject } from '../../resource/json';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { splitApiVersion } from '../../resource/resource-key';
import { HEALTH_STATUSES, type ResourceHealth } from '../health-status';
import { findCustomization } from './find-customization';
import type { EvaluateLua, LuaOutcome, LuaScript } from './lua-script';

/** The installation's own checks (`resource.customizations.health.*`) as an override for assessHealth. */
export function customHealth(
  scripts: ReadonlyMap<string, LuaScript>,
  evaluate: EvaluateLua,
): (object: KubernetesObject) => ResourceHealth | null | undefined {
  if (scripts.size === 0) return () => undefined;
  return (object) => {
    const { group } = splitApiVersion(object.apiVersion);
    const script = findCustomization(scripts, group, object.kind);
    if (!script || script.script.trim() === '') return undefined;
    return healthOf(evaluate(script, object));
  };
}

/** Nothing or an empty table is no health; anything but the six statuses is Unknown, as is a script that fails. */
export function healthOf(outcome: LuaOutcome): ResourceHealth | null {
  if (!outcome.ok) return { status: 'Unknown', message: outcome.message };
  const { value } = outcome;
  if (value === undefined || value === null || isEmptyTable(value)) return null;
  if (!isJsonObject(value))
    return { status: 'Unknown', message: `expect table output from Lua script, not ${typeof value}` };
  const status = HEALTH_STATUSES.find((each) => each === value.status);
  if (!status) return { status: 'Unknown', message: 'Lua returned an invalid health status' };
  return typeof value.message === 'string' ? { status, message: value.message } : { status };
}

const isEmptyTable = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
