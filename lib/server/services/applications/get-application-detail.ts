import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import type { RequestContext } from '../../http/request-context';
import { toApplicationDetail } from '../../read-model/application/application-detail';
import { operationOfRecord } from '../../read-model/operation/operation-view';
import { requireApplication, type ApplicationName } from './find-application';

/** Head of the application page. */
export async function getApplicationDetail(
  context: RequestContext,
  input: ApplicationName,
): Promise<ApplicationDetail> {
  const { engine, ledger, clock } = context.runtime;
  const { facts, namespace, name } = await requireApplication(context, input);
  const { items } = await ledger.operations.list({ application: { namespace, name }, limit: 1 });
  const recorded = items[0] ? operationOfRecord(items[0], engine.controlPlane.cluster) : null;
  return toApplicationDetail(engine, facts, clock.now(), recorded);
}
