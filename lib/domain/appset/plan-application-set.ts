import type { Application } from '../application/application';
import { isEqualJson, mergePatchBetween } from '../manifest/merge-patch';
import type { JsonObject } from '../resource/json';
import type { ApplicationSet, ApplicationSetPolicy } from './application-set';

/** Annotations and labels that others write on generated Applications and that a set therefore keeps (as Argo CD does). */
const KEPT_ANNOTATIONS = [
  'argocd.argoproj.io/refresh',
  'argocd.argoproj.io/hydrate',
  'notified.notifications.argoproj.io',
];

export interface ApplicationSetPlan {
  create: Application[];
  update: { application: Application; patch: JsonObject }[];
  delete: Application[];
  /** Applications that stop only themselves: a duplicate or empty name, or one owned by somebody else. */
  invalid: { name: string; reason: 'duplicate' | 'empty' | 'owned-by-another'; message: string }[];
}

/** What has to be written so that the set's Applications are those that it declares. */
export function planApplicationSet(
  set: ApplicationSet,
  declared: Application[],
  existing: Application[],
): ApplicationSetPlan {
  const policy: ApplicationSetPolicy = set.spec.syncPolicy?.applicationsSync ?? 'sync';
  const invalid = invalidNames(declared);
  const stopped = new Set(invalid.map((each) => each.name));
  const plan: ApplicationSetPlan = { create: [], update: [], delete: [], invalid };
  const byName = new Map(existing.map((app) => [app.metadata.name, app]));
  for (const application of declared.filter((app) => !stopped.has(app.metadata.name))) {
    const owned = withOwner(set, application);
    const present = byName.get(application.metadata.name);
    if (!present) plan.create.push(owned);
    else if (isOwnedByAnother(set, present)) {
      plan.invalid.push({
        name: application.metadata.name,
        reason: 'owned-by-another',
        message: `Application ${application.metadata.name} is owned by another ApplicationSet`,
      });
    } else if (policy === 'sync' || policy === 'create-update') {
      const patch = updatePatch(set, present, owned);
      if (patch) plan.update.push({ application: present, patch });
    }
  }
  const mayDelete =
    (policy === 'sync' || policy === 'create-delete') &&
    plan.invalid.every((each) => each.reason !== 'owned-by-another');
  if (mayDelete) {
    const names = new Set(declared.map((app) => app.metadata.name));
    plan.delete = existing.filter(
      (app) => isOwnedBy(set, app) && !names.has(app.metadata.name) && !app.metadata.deletionTimestamp,
    );
  }
  return plan;
}

function invalidNames(declared: Application[]): ApplicationSetPlan['invalid'] {
  const counts = new Map<string, number>();
  for (const { metadata } of declared) counts.set(metadata.name, (counts.get(metadata.name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]): ApplicationSetPlan['invalid'] => {
    if (!name)
      return [
        {
          name,
          reason: 'empty',
          message: 'an Application has an empty name; check the template of metadata.name',
        },
      ];
    return count > 1
      ? [
          {
            name,
            reason: 'duplicate',
            message: `ApplicationSet contains applications with duplicate name: ${name}`,
          },
        ]
      : [];
  });
}

function updatePatch(set: ApplicationSet, present: Application, wanted: Application): JsonObject | undefined {
  const kept = (key: string, extra: string[] | undefined) =>
    KEPT_ANNOTATIONS.includes(key) || extra?.includes(key) === true;
  const carry = (
    from: Record<string, string> | undefined,
    to: Record<string, string> | undefined,
    extra: string[] | undefined,
  ) => {
    const carried = Object.fromEntries(Object.entries(from ?? {}).filter(([key]) => kept(key, extra)));
    return { ...carried, ...to };
  };
  const preserved = set.spec.preservedFields;
  const metadata: JsonObject = {
    annotations: carry(present.metadata.annotations, wanted.metadata.annotations, preserved?.annotations),
    labels: carry(present.metadata.labels, wanted.metadata.labels, preserved?.labels),
    finalizers: finalizersAfter(present, wanted),
    ownerReferences: (wanted.metadata.ownerReferences ?? []) as unknown as JsonObject[],
  };
  const before: JsonObject = {
    metadata: {
      annotations: present.metadata.annotations ?? {},
      labels: present.metadata.labels ?? {},
      finalizers: present.metadata.finalizers ?? [],
      ownerReferences: (present.metadata.ownerReferences ?? []) as unknown as JsonObject[],
    },
    spec: present.spec as unknown as JsonObject,
  };
  return mergePatchBetween(before, { metadata, spec: wanted.spec as unknown as JsonObject });
}

/** Delete-hook finalizers are the engine's own and stay. */
function finalizersAfter(present: Application, wanted: Application): string[] {
  const own = (present.metadata.finalizers ?? []).filter((each) =>
    /^(pre|post)-delete-finalizer\.argocd\.argoproj\.io/.test(each),
  );
  return [...new Set([...(wanted.metadata.finalizers ?? []), ...own])];
}

function withOwner(set: ApplicationSet, application: Application): Application {
  const owner = {
    apiVersion: set.apiVersion,
    kind: 'ApplicationSet',
    name: set.metadata.name,
    uid: set.metadata.uid ?? '',
    controller: true,
    blockOwnerDeletion: true,
  };
  return { ...application, metadata: { ...application.metadata, ownerReferences: [owner] } };
}

function isOwnedBy(set: ApplicationSet, app: Application): boolean {
  return (
    app.metadata.ownerReferences?.some(
      (each) => each.controller === true && isEqualJson(each.uid, set.metadata.uid),
    ) ?? false
  );
}

function isOwnedByAnother(set: ApplicationSet, app: Application): boolean {
  return (
    !isOwnedBy(set, app) && (app.metadata.ownerReferences?.some((each) => each.controller === true) ?? false)
  );
}
