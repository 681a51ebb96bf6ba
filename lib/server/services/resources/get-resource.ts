import type { ResourceManifest } from '@/lib/contracts/resource/live-resource';
import type { RequestContext } from '../../http/request-context';
import { requireApplication } from '../applications/find-application';
import { resourceNotFound, type ResourceInput } from './resource-target';

/** The live object, masked, as a string of JSON. */
export async function getResource(context: RequestContext, input: ResourceInput): Promise<ResourceManifest> {
  const target = await requireApplication(context, input);
  const object = await context.runtime.engine.getResource(target, input.resource);
  if (!object) throw resourceNotFound(input);
  return { manifest: JSON.stringify(object) };
}
