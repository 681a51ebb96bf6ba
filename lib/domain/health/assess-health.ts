import type { KubernetesObject } from '../resource/kubernetes-object';
import { splitApiVersion } from '../resource/resource-key';
import { HOOK_FINALIZER } from '../sync/hook/hook-types';
import { assessByConditions } from './assess-by-conditions';
import { assessChildApplication } from './checks/argo/application';
import { findCoreCheck, findHealthCheck } from './find-health-check';
import type { ResourceHealth } from './health-status';

export interface HealthOptions {
  /** The installation's own check (user Lua of `argocd-cm`); undefined where it has none for this kind, null for no health. */
  override?: (object: KubernetesObject) => ResourceHealth | null | undefined;
  /** `core` judges only what Argo CD's engine judges without customisations: Kubernetes' workloads and services, and Workflows. */
  checks?: 'all' | 'core';
  /** Count child Applications with their own health, as Argo CD's documented customisation does. */
  countsChildApplications?: boolean;
  /** Judge kinds without a check by the conventions of their conditions; Argo CD gives such kinds no health. */
  judgesByConditions?: boolean;
}

/**
 * The health of a live object (semantics.md §5): deletion first, then the installation's override, then the built-in
 * check of the kind. Null for a kind without a check: it does not count.
 */
export function assessHealth(object: KubernetesObject, options: HealthOptions = {}): ResourceHealth | null {
  const { deletionTimestamp, finalizers } = object.metadata;
  // A finished hook that only its own finalizer holds back is still judged by what it did.
  if (deletionTimestamp && finalizers?.includes(HOOK_FINALIZER) !== true)
    return { status: 'Progressing', message: 'Pending deletion' };
  const own = options.override?.(object);
  return own === undefined ? assessByKind(object, options) : own;
}

/** The kind's own check without regard to deletion and overrides; a check that fails on a malformed object is Unknown. */
export function assessByKind(
  object: KubernetesObject,
  options: Omit<HealthOptions, 'override'> = {},
): ResourceHealth | null {
  const { group } = splitApiVersion(object.apiVersion);
  if (options.countsChildApplications && group === 'argoproj.io' && object.kind === 'Application')
    return assessChildApplication(object);
  const check = (options.checks === 'core' ? findCoreCheck : findHealthCheck)(group, object.kind);
  if (!check) return options.judgesByConditions ? assessByConditions(object) : null;
  try {
    return check(object);
  } catch (error) {
    return { status: 'Unknown', message: error instanceof Error ? error.message : String(error) };
  }
}
