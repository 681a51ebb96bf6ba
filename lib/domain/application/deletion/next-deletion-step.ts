import type { ResourceHealth } from '../../health/health-status';
import type { KubernetesObject } from '../../resource/kubernetes-object';
import { isSameResource, resourceKeyOf } from '../../resource/resource-key';
import { hookDeletePoliciesOf } from '../../sync/hook/hook-delete-policies';
import { isDeleteHook, type DeleteHookType } from '../../sync/hook/hook-types';
import { syncWaveOf } from '../../sync/order/sync-wave';
import { cascadeFinalizers, cascadeOf, HOOK_FINALIZERS } from './deletion-finalizers';
import { isDeletable, needsDeletionApproval, type DeletionRules } from './is-deletable';

export interface DeletionState extends DeletionRules {
  /** Of the Application, as they are now. */
  finalizers: readonly string[];
  /** What Git declares, with namespaces and marks; undefined when it cannot be rendered. */
  targets: readonly KubernetesObject[] | undefined;
  /** Live objects of the Application that its project lets it touch. */
  live: readonly KubernetesObject[];
  isApproved: boolean;
  /** An operation runs: deletion waits for its end. */
  isOperationRunning: boolean;
  assessHealth: (live: KubernetesObject) => ResourceHealth | null;
}

export type DeletionStep =
  | { type: 'create-hooks'; hooks: KubernetesObject[] }
  | { type: 'delete'; objects: KubernetesObject[]; propagation: 'Foreground' | 'Background' }
  | { type: 'remove-finalizers'; finalizers: string[] }
  | { type: 'wait'; message: string; objects: KubernetesObject[] }
  /** Delete the failed hooks, then try again; `message` is the Application's DeletionError. */
  | { type: 'failed'; message: string; failedHooks: KubernetesObject[] }
  | { type: 'done' };

/**
 * What the deletion of an Application does next (semantics.md §6): PreDelete hooks, resources wave by wave from the
 * highest, PostDelete hooks, and after each the finalizer that stood for it. Asked again whenever something changed.
 */
export function nextDeletionStep(state: DeletionState): DeletionStep {
  if (state.isOperationRunning)
    return { type: 'wait', message: 'waiting for the running operation', objects: [] };
  return (
    runHooks('PreDelete', state) ??
    cascade(state) ??
    cleanUp('PreDelete', state) ??
    runHooks('PostDelete', state) ??
    cleanUp('PostDelete', state) ?? { type: 'done' }
  );
}

function runHooks(type: DeleteHookType, state: DeletionState): DeletionStep | undefined {
  const finalizer = HOOK_FINALIZERS[type].run;
  if (!state.finalizers.includes(finalizer)) return undefined;
  const words = type === 'PreDelete' ? 'pre-delete' : 'post-delete';
  if (!state.targets) {
    const message = `error executing ${words} hooks: the manifests cannot be rendered`;
    return { type: 'failed', message, failedHooks: [] };
  }
  const declared = state.targets.filter((target) => isDeleteHook(target, type));
  const live = state.live.filter((object) => isDeleteHook(object, type));
  const missing = declared.filter(
    (hook) => !live.some((each) => isSameResource(resourceKeyOf(each), resourceKeyOf(hook))),
  );
  if (missing.length > 0) return { type: 'create-hooks', hooks: missing };
  const healths = live.map((hook) => state.assessHealth(hook)?.status ?? 'Healthy');
  const failed = live.filter((_, index) => healths[index] === 'Degraded');
  if (failed.length > 0) {
    const names = failed
      .map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name ?? ''}`)
      .join(', ');
    return {
      type: 'failed',
      message: `error executing ${words} hooks: ${type} hook(s) failed: ${names}`,
      failedHooks: failed,
    };
  }
  const running = live.filter((_, index) => healths[index] === 'Progressing');
  if (running.length > 0) return { type: 'wait', message: `waiting for ${type} hooks`, objects: running };
  return { type: 'remove-finalizers', finalizers: [finalizer] };
}

/** One wave at a time, the highest first; what is going already is waited for. */
function cascade(state: DeletionState): DeletionStep | undefined {
  const propagation = cascadeOf(state.finalizers);
  if (!propagation) return undefined;
  const doomed = state.live.filter(
    (object) => isDeletable(object, state) && !isDeleteHook(object, 'PostDelete'),
  );
  const unapproved = state.isApproved ? [] : doomed.filter((object) => needsDeletionApproval(object, state));
  if (unapproved.length > 0)
    return { type: 'wait', message: 'waiting for approval of the deletion', objects: unapproved };
  if (doomed.length === 0)
    return { type: 'remove-finalizers', finalizers: cascadeFinalizers(state.finalizers) };
  const highest = Math.max(...doomed.map(syncWaveOf));
  const wave = doomed.filter((object) => syncWaveOf(object) === highest);
  const objects = wave.filter((object) => !object.metadata.deletionTimestamp);
  if (objects.length > 0) return { type: 'delete', objects, propagation };
  return { type: 'wait', message: `waiting for the deletion of ${wave.length} objects`, objects: wave };
}

/** Hooks that the policies of their kind of outcome name are deleted; then the last finalizer goes. */
function cleanUp(type: DeleteHookType, state: DeletionState): DeletionStep | undefined {
  const finalizer = HOOK_FINALIZERS[type].cleanup;
  if (!state.finalizers.includes(finalizer)) return undefined;
  const hooks = state.live.filter((object) => isDeleteHook(object, type));
  const hasFailed = hooks.some((hook) => state.assessHealth(hook)?.status === 'Degraded');
  const policy = hasFailed ? 'HookFailed' : 'HookSucceeded';
  const doomed = hooks.filter((hook) => hookDeletePoliciesOf(hook).includes(policy));
  const objects = doomed.filter((object) => !object.metadata.deletionTimestamp);
  if (objects.length > 0) return { type: 'delete', objects, propagation: 'Foreground' };
  if (doomed.length > 0)
    return { type: 'wait', message: `waiting for the deletion of ${type} hooks`, objects: doomed };
  return { type: 'remove-finalizers', finalizers: [finalizer] };
}
