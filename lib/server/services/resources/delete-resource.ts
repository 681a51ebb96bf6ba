import { defineAction } from '../define-action';
import { describeResource, findResource, resourceNotFound, type ResourceInput } from './resource-target';

interface DeleteResource extends ResourceInput {
  /** Without grace period. */
  force: boolean;
  /** Leaves what it owns. */
  orphan: boolean;
}

export const deleteResource = defineAction({
  action: 'resources.delete',
  permission: { resource: 'applications', action: 'delete' },
  target: findResource,
  detail: (input: DeleteResource) => ({
    ...describeResource(input),
    force: input.force,
    orphan: input.orphan,
  }),
  act: async (context, input, target): Promise<object> => {
    const { force, orphan } = input;
    if (!(await context.runtime.engine.deleteResource(target.app, input.resource, { force, orphan })))
      throw resourceNotFound(input);
    return {};
  },
});
