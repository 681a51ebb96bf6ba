import type { KubernetesObject } from '../resource/kubernetes-object';
import { findActionDefinitions } from './find-action-definitions';
import type { ActionResult } from './resource-action';

/**
 * What an action makes of the object: edited copies of it and new objects, for the caller to write. Whether the action
 * is enabled is not asked here (see discoverActions): an operator may know better, and Argo CD allows it too.
 */
export function runAction(
  object: KubernetesObject,
  name: string,
  params: Readonly<Record<string, string>>,
  now: Date,
): ActionResult {
  const definition = findActionDefinitions(object).find((each) => each.name === name);
  if (!definition) {
    const message = `${object.kind} has no action "${name}"`;
    return { ok: false, reason: 'unknown-action', message };
  }
  return definition.run(object, { now, params });
}
