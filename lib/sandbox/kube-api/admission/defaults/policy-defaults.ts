import type { JsonObject } from '@/lib/domain/resource/json';
import { ensureObject, fill, objectAt, objectsAt } from '../mutable-object';

/** Rules are always shown, as null when there are none. */
export function defaultRole(role: JsonObject): void {
  role['rules'] ??= null;
}

/** Per container: a maximum is the default limit, a default limit the default request, and a minimum, too. */
export function defaultLimitRange(range: JsonObject): void {
  for (const limit of objectsAt(range, 'spec', 'limits')) {
    if (limit['type'] !== 'Container') continue;
    const fallback = { ...objectAt(limit, 'max'), ...objectAt(limit, 'default') };
    const request = { ...objectAt(limit, 'min'), ...fallback, ...objectAt(limit, 'defaultRequest') };
    if (Object.keys(fallback).length > 0) limit['default'] = fallback;
    if (Object.keys(request).length > 0) limit['defaultRequest'] = request;
  }
}

export function defaultCsiDriver(driver: JsonObject): void {
  fill(ensureObject(driver, 'spec'), {
    attachRequired: true,
    podInfoOnMount: false,
    requiresRepublish: false,
    seLinuxMount: false,
    storageCapacity: false,
    fsGroupPolicy: 'ReadWriteOnceWithFSType',
    volumeLifecycleModes: ['Persistent'],
  });
}

export function defaultAdmissionPolicy(policy: JsonObject): void {
  fill(ensureObject(policy, 'spec'), { failurePolicy: 'Fail' });
  const constraints = objectAt(policy, 'spec', 'matchConstraints');
  if (constraints) defaultMatch(constraints);
  ensureObject(policy, 'status');
}

export function defaultAdmissionPolicyBinding(binding: JsonObject): void {
  const match = objectAt(binding, 'spec', 'matchResources');
  if (match) defaultMatch(match);
}

function defaultMatch(match: JsonObject): void {
  fill(match, { matchPolicy: 'Equivalent', namespaceSelector: {}, objectSelector: {} });
  for (const rule of objectsAt(match, 'resourceRules')) fill(rule, { scope: '*' });
}
