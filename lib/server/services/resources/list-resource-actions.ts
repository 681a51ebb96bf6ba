import type { ResourceAction } from '@/lib/contracts/resource/live-resource';
import type { RequestContext } from '../../http/request-context';
import { requireApplication } from '../applications/find-application';
import { resourceNotFound, type ResourceInput } from './resource-target';

export async function listResourceActions(
  context: RequestContext,
  input: ResourceInput,
): Promise<{ actions: ResourceAction[] }> {
  const target = await requireApplication(context, input);
  const actions = await context.runtime.engine.listActions(target, input.resource);
  if (!actions) throw resourceNotFound(input);
  return { actions };
}
