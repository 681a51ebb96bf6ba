import type { ArgoApplication, ArgoApplicationInput } from '@/lib/contracts/application/argo-application';
import type { ApplicationSpec } from '@/lib/domain/application/application-spec';
import { defineAction } from '../define-action';
import { findApplication, type ApplicationName } from './find-application';
import { requireValidApplication } from './validated-application';

interface UpdateApplication extends ApplicationName {
  spec: ArgoApplicationInput['spec'];
  metadata?: Pick<ArgoApplicationInput['metadata'], 'labels' | 'annotations'>;
  validate: boolean;
}

/** Replaces the spec and, where given, labels and annotations. */
export const updateApplication = defineAction({
  action: 'applications.update',
  permission: { resource: 'applications', action: 'update' },
  target: findApplication,
  detail: ({ spec }: UpdateApplication) => ({ project: spec.project }),
  act: async (context, { spec, metadata, validate }, { facts }): Promise<ArgoApplication> => {
    const { application } = facts;
    const updated = {
      ...application,
      metadata: { ...application.metadata, ...metadata },
      // The schema checked what the product decides by; the CRD checks the rest.
      spec: spec as unknown as ApplicationSpec,
    };
    await requireValidApplication(context, updated, validate);
    return context.runtime.engine.updateApplication(updated);
  },
});
