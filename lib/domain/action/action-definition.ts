import type { KubernetesObject } from '../resource/kubernetes-object';
import type { ActionParameter, ActionResult } from './resource-action';

export interface ActionContext {
  now: Date;
  params: Readonly<Record<string, string>>;
}

export type RunDefinition = (object: KubernetesObject, context: ActionContext) => ActionResult;

/** One action of one kind: how it is offered, and what it does. */
export interface ActionDefinition {
  name: string;
  displayName?: string | ((object: KubernetesObject) => string);
  iconClass?: string;
  params?: (object: KubernetesObject) => ActionParameter[];
  /** Offered but greyed out. */
  isDisabled?: (object: KubernetesObject) => boolean;
  /** Not listed at all unless this holds. */
  isOffered?: (object: KubernetesObject) => boolean;
  run: RunDefinition;
}

/** Actions by `group/Kind`. */
export type ActionTable = Readonly<Record<string, readonly ActionDefinition[]>>;
