import type { ArgoApplication } from '@/lib/contracts/application/argo-application';
import { defineAction } from '../define-action';
import { findApplication, type ApplicationName } from './find-application';

/** Looks at Git and the cluster anew and answers with the result. As in Argo CD, who may see may refresh. */
export const refreshApplication = defineAction({
  action: 'applications.refresh',
  permission: { resource: 'applications', action: 'get' },
  target: findApplication,
  detail: ({ refresh }: ApplicationName & { refresh: 'normal' | 'hard' }) => ({ refresh }),
  act: async (context, input, target): Promise<ArgoApplication> => {
    await context.runtime.engine.refresh(target, input.refresh, context.signal);
    return findApplication(context, input).facts.application;
  },
});
