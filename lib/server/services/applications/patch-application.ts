import type { ArgoApplication } from '@/lib/contracts/application/argo-application';
import type { JsonValue } from '@/lib/domain/resource/json';
import { AppError } from '../../http/app-error';
import { defineAction } from '../define-action';
import { findApplication, type ApplicationName } from './find-application';

interface PatchApplication extends ApplicationName {
  /** JSON as text, as Argo CD's call has it. */
  patch: string;
  patchType: 'json' | 'merge';
}

export const patchApplication = defineAction({
  action: 'applications.patch',
  permission: { resource: 'applications', action: 'update' },
  target: findApplication,
  detail: ({ patch, patchType }: PatchApplication) => ({ patchType, patch }),
  act: (context, { patch, patchType }, target): Promise<ArgoApplication> =>
    context.runtime.engine.patchApplication(target, patchType, parsePatch(patch)),
});

/** Throws `invalid-request` when the text is no JSON. */
export function parsePatch(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    throw new AppError('invalid-request', `body.patch is not JSON: ${(error as Error).message}.`, {
      field: 'body.patch',
    });
  }
}
