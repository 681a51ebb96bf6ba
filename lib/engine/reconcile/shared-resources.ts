import type { ApplicationCondition } from '@/lib/domain/application/application-status';
import { ownerNameOf } from '@/lib/domain/tracking/read-owner';
import type { TrackingSettings } from '@/lib/domain/tracking/tracking-settings';
import type { ComparedObject } from './comparison';

/** A declared object that is live with another Application's mark. */
export function sharedResourceWarnings(
  objects: readonly ComparedObject[],
  self: { instanceName: string; id: string },
  tracking: TrackingSettings,
): ApplicationCondition[] {
  return objects.flatMap(({ target, live, key }) => {
    const owner = target && live ? ownerNameOf(live, tracking) : '';
    if (owner === '' || owner === self.instanceName) return [];
    return [
      {
        type: 'SharedResourceWarning',
        message: `${key.kind}/${key.name} is part of applications ${self.id} and ${owner}`,
      },
    ];
  });
}
