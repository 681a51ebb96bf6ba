import type { JsonObject } from '@/lib/domain/resource/json';
import { defineAction } from '../define-action';
import { describeResource, findResource, resourceNotFound, type ResourceInput } from './resource-target';

interface RunResourceAction extends ResourceInput {
  action: string;
  parameters: JsonObject;
}

export const runResourceAction = defineAction({
  action: 'resources.action',
  permission: { resource: 'applications', action: 'action' },
  target: findResource,
  detail: (input: RunResourceAction) => ({ ...describeResource(input), action: input.action }),
  act: async (context, input, target): Promise<object> => {
    const { engine } = context.runtime;
    const done = await engine.runAction(target.app, input.resource, input.action, input.parameters);
    if (!done) throw resourceNotFound(input);
    return {};
  },
});
