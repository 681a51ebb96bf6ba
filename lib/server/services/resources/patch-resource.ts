import type { ResourceManifest } from '@/lib/contracts/resource/live-resource';
import { defineAction } from '../define-action';
import { parsePatch } from '../applications/patch-application';
import { describeResource, findResource, resourceNotFound, type ResourceInput } from './resource-target';

interface PatchResource extends ResourceInput {
  patch: string;
  patchType: 'json' | 'merge' | 'strategic';
}

/** Changes a live object by hand. The patch itself is not recorded: it may hold a Secret's value. */
export const patchResource = defineAction({
  action: 'resources.patch',
  permission: { resource: 'applications', action: 'update' },
  target: findResource,
  detail: (input: PatchResource) => ({ ...describeResource(input), patchType: input.patchType }),
  act: async (context, input, target): Promise<ResourceManifest> => {
    const { engine } = context.runtime;
    const patched = await engine.patchResource(
      target.app,
      input.resource,
      input.patchType,
      parsePatch(input.patch),
    );
    if (!patched) throw resourceNotFound(input);
    return { manifest: JSON.stringify(patched) };
  },
});
