import type { KubernetesObject } from '../resource/kubernetes-object';

/** A parameter that an action asks for; always text. */
export interface ActionParameter {
  name: string;
  default?: string;
}

/** What can be done to an object, in the shape of Argo CD's API. */
export interface ResourceAction {
  name: string;
  disabled: boolean;
  displayName?: string;
  iconClass?: string;
  params?: ActionParameter[];
}

/** `patch`: the whole object as it should become; `create`: a new object beside it. */
export interface ImpactedResource {
  operation: 'patch' | 'create';
  object: KubernetesObject;
}

export type ActionResult =
  | { ok: true; impacted: ImpactedResource[] }
  | { ok: false; reason: 'unknown-action' | 'failed'; message: string };
