import { AppError } from '../../http/app-error';
import { findApplication, type ApplicationName } from '../applications/find-application';
import { defineAction } from '../define-action';

/** Ends the running operation. */
export const terminateOperation = defineAction({
  action: 'applications.terminate',
  permission: { resource: 'applications', action: 'sync' },
  target: findApplication,
  detail: () => ({}),
  act: async (context, _: ApplicationName, target): Promise<object> => {
    if (!(await context.runtime.engine.terminate(target)))
      throw new AppError(
        'invalid-request',
        `Unable to terminate: no operation of ${target.name} is in progress.`,
      );
    return {};
  },
});
