import type { ArgoApplication } from '@/lib/contracts/application/argo-application';
import type { RequestContext } from '../../http/request-context';
import { requireApplication, type ApplicationName } from './find-application';
import { refreshApplication } from './refresh-application';

/** The custom resource; with `refresh` after comparing anew. */
export async function getApplication(
  context: RequestContext,
  input: ApplicationName & { refresh: '' | 'normal' | 'hard' },
): Promise<ArgoApplication> {
  const { facts } = await requireApplication(context, input);
  if (!input.refresh) return facts.application;
  return refreshApplication(context, { ...input, refresh: input.refresh });
}
