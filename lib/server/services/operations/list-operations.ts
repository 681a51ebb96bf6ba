import type { OperationPage } from '@/lib/contracts/sync/operation';
import type { RequestContext } from '../../http/request-context';
import { operationOfRecord } from '../../read-model/operation/operation-view';
import { requireApplication, type ApplicationName } from '../applications/find-application';

/** Every operation of an Application that the ledger has, newest first. */
export async function listOperations(
  context: RequestContext,
  input: ApplicationName & { limit: number; continue: string },
): Promise<OperationPage> {
  const { engine, ledger } = context.runtime;
  const { namespace, name } = await requireApplication(context, input);
  const page = await ledger.operations.list({
    application: { namespace, name },
    limit: input.limit,
    ...(input.continue ? { continue: input.continue } : {}),
  });
  return {
    items: page.items.map((record) => operationOfRecord(record, engine.controlPlane.cluster)),
    continue: page.continue ?? null,
  };
}
