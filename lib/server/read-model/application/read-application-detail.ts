import type { ApplicationDetail } from '@/lib/contracts/application/application-detail';
import type { Clock } from '@/lib/engine/ports/clock';
import type { Ledger } from '@/lib/engine/ports/ledger';
import type { ApplicationFacts, EngineView } from '../../engine-port';
import { operationOfRecord } from '../operation/operation-view';
import { toApplicationDetail } from './application-detail';

/** The detail with what only the ledger knows of the newest operation: its id and the plan that was read. */
export async function readApplicationDetail(
  { engine, ledger, clock }: { engine: EngineView; ledger: Ledger; clock: Clock },
  facts: ApplicationFacts,
): Promise<ApplicationDetail> {
  const { namespace, name } = facts.application.metadata;
  const { items } = await ledger.operations.list({ application: { namespace, name }, limit: 1 });
  const recorded = items[0] ? operationOfRecord(items[0], engine.controlPlane.cluster) : null;
  return toApplicationDetail(engine, facts, clock.now(), recorded);
}
