import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import type { RequestContext } from '../../http/request-context';
import { readApplicationDetail } from '../../read-model/application/read-application-detail';
import { requireApplication, type ApplicationName } from './find-application';

/** Head of the application page. */
export async function getApplicationDetail(
  context: RequestContext,
  input: ApplicationName,
): Promise<ApplicationDetail> {
  const { facts } = await requireApplication(context, input);
  return readApplicationDetail(context.runtime, facts);
}
