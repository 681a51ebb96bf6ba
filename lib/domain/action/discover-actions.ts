import type { KubernetesObject } from '../resource/kubernetes-object';
import { findActionDefinitions } from './find-action-definitions';
import type { ResourceAction } from './resource-action';

/** What can be done to this object now, in the order of its kind's table; a disabled action is listed as such. */
export function discoverActions(object: KubernetesObject): ResourceAction[] {
  return findActionDefinitions(object)
    .filter(({ isOffered }) => isOffered?.(object) ?? true)
    .map(({ name, isDisabled, displayName, iconClass, params }) => ({
      name,
      disabled: isDisabled?.(object) ?? false,
      ...(displayName === undefined
        ? {}
        : { displayName: typeof displayName === 'string' ? displayName : displayName(object) }),
      ...(iconClass === undefined ? {} : { iconClass }),
      ...(params ? { params: params(object) } : {}),
    }));
}
