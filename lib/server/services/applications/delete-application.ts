import { defineAction } from '../define-action';
import { findApplication, type ApplicationName } from './find-application';

interface DeleteApplication extends ApplicationName {
  /** With everything it deployed. */
  cascade: boolean;
  propagation: 'foreground' | 'background';
}

export const deleteApplication = defineAction({
  action: 'applications.delete',
  permission: { resource: 'applications', action: 'delete' },
  target: findApplication,
  detail: ({ cascade, propagation }: DeleteApplication) => ({ cascade, propagation }),
  act: async (context, { cascade, propagation }, target): Promise<object> => {
    await context.runtime.engine.deleteApplication(target, { cascade, propagation });
    return {};
  },
});
