import type { ArgoApplication, ArgoApplicationInput } from '@/lib/contracts/application/argo-application';
import type { Application } from '@/lib/domain/application/application';
import { AppError } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';
import { defineAction } from '../define-action';
import { permissionObjectOf } from './find-application';
import { requireValidApplication } from './validated-application';

interface CreateApplication {
  application: ArgoApplicationInput;
  validate: boolean;
  /** Overwrites an Application with another spec instead of refusing. */
  upsert: boolean;
}

/** Creates; an equal one that exists is answered as it is, another one is a conflict unless `upsert`. */
export const createApplication = defineAction({
  action: 'applications.create',
  permission: { resource: 'applications', action: 'create' },
  target: (context, { application }: CreateApplication) => {
    const { metadata, spec } = toApplication(context, application);
    const { namespace, name } = metadata;
    const { project } = spec;
    const permissionObject = permissionObjectOf(context, { project, namespace, name });
    return { kind: 'Application', namespace, name, project, permissionObject };
  },
  detail: ({ upsert, application }) => ({
    upsert,
    destination: JSON.stringify(application.spec.destination),
  }),
  act: async (context, { application, validate, upsert }): Promise<ArgoApplication> => {
    const { engine } = context.runtime;
    const wanted = toApplication(context, application);
    await requireValidApplication(context, wanted, validate);
    const existing = engine.application(wanted.metadata)?.application;
    if (!existing) return engine.createApplication(wanted);
    if (JSON.stringify(existing.spec) === JSON.stringify(wanted.spec)) return existing;
    if (!upsert)
      throw new AppError('conflict', `Application ${wanted.metadata.name} exists with another spec.`, {
        fix: 'Send upsert=true to overwrite it.',
      });
    requireUpdatePermission(context, existing);
    const { labels, annotations } = wanted.metadata;
    return engine.updateApplication({
      ...existing,
      spec: wanted.spec,
      metadata: {
        ...existing.metadata,
        ...(labels ? { labels } : {}),
        ...(annotations ? { annotations } : {}),
      },
    });
  },
});

function toApplication(context: RequestContext, input: ArgoApplicationInput): Application {
  const { engine } = context.runtime;
  const { metadata, ...rest } = input;
  const named = { ...metadata, namespace: metadata.namespace ?? engine.controlPlane.namespace };
  // The schema checked what the product decides by; the CRD checks the rest.
  return { ...rest, metadata: named };
}

function requireUpdatePermission(context: RequestContext, existing: Application): void {
  const { caller, runtime } = context;
  const object = permissionObjectOf(context, { ...existing.metadata, project: existing.spec.project });
  if (!runtime.authorizer.can(caller, { resource: 'applications', action: 'update' }, object))
    throw new AppError(
      'forbidden',
      `${caller.name} may not overwrite it: that needs applications, update on ${object}.`,
    );
}
