import type { KubernetesObject } from '../../resource/kubernetes-object';
import { resourceKeyOf } from '../../resource/resource-key';
import { resourceOption } from '../../sync/option/resource-options';

/** Approval of `Delete=confirm` and `Prune=confirm`: a time, which counts when it is not before what it approves. */
const DELETION_APPROVED_ANNOTATION = 'argocd.argoproj.io/deletion-approved';

export interface DeletionRules {
  self: { name: string; namespace: string };
  /** `Delete=…` of the Application's sync options, for objects that say nothing. */
  byDefault: 'true' | 'false' | 'confirm';
}

/**
 * Whether an object goes with its Application: not definitions of kinds, not the Application itself, not what says
 * `Delete=false` or, as Helm has it, `resource-policy: keep`. `Prune=false` protects from pruning only.
 */
export function isDeletable(object: KubernetesObject, rules: DeletionRules): boolean {
  const { group, kind, namespace, name } = resourceKeyOf(object);
  if (group === 'apiextensions.k8s.io' && kind === 'CustomResourceDefinition') return false;
  const isSelf = group === 'argoproj.io' && kind === 'Application';
  if (isSelf && name === rules.self.name && namespace === rules.self.namespace) return false;
  if (object.metadata.annotations?.['helm.sh/resource-policy']?.trim() === 'keep') return false;
  return answerOf(object, rules) !== 'false';
}

export function needsDeletionApproval(object: KubernetesObject, rules: DeletionRules): boolean {
  return isDeletable(object, rules) && answerOf(object, rules) === 'confirm';
}

function answerOf(object: KubernetesObject, rules: DeletionRules): string {
  return resourceOption(object, 'Delete') ?? rules.byDefault;
}

/** Whether the approval on an Application covers something that was asked for at `since`. */
export function isDeletionApproved(annotations: Record<string, string> | undefined, since: Date): boolean {
  const approved = Date.parse(annotations?.[DELETION_APPROVED_ANNOTATION] ?? '');
  return approved >= since.getTime();
}
