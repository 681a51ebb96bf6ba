import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ApplicationRef } from '@/lib/contracts/application/application-ref';
import type { SyncPlan } from '@/lib/contracts/sync/sync-plan';
import { sendRequest } from '../api/send-request';
import { apiRoutes } from '../routes';
import { queryKeys } from './query-keys';

export interface PlanChoices {
  revision?: string;
  prune?: boolean;
  force?: boolean;
  syncOptions?: string[];
  /** `group:kind:namespace/name`, as Argo CD's command line writes them; none means all. */
  resources?: string[];
}

/** What a sync with these choices would do now. Its digest goes with the sync. */
export const syncPlanQuery = (ref: ApplicationRef, choices: PlanChoices) =>
  queryOptions({
    queryKey: [...queryKeys.plan(ref), choices] as const,
    queryFn: ({ signal }) => sendRequest<SyncPlan>(apiRoutes.plan(ref, { ...choices }), { signal }),
    placeholderData: keepPreviousData,
  });
