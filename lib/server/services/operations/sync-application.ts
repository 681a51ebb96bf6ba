import type { ArgoApplication } from '@/lib/contracts/application/argo-application';
import type { SyncRequest } from '@/lib/contracts/sync/sync-request';
import type { Operation, SyncOperation } from '@/lib/domain/application/application-status';
import type { SyncAnswer } from '../../engine-port';
import { AppError } from '../../http/app-error';
import { findApplication, type ApplicationName } from '../applications/find-application';
import { defineAction } from '../define-action';

interface SyncApplication extends ApplicationName {
  request: SyncRequest;
}

/** Starts a sync. Local manifests override Git, which needs its own permission, as in Argo CD. */
export const syncApplication = defineAction({
  action: 'applications.sync',
  permission: ({ request }: SyncApplication) => ({
    resource: 'applications',
    action: request.manifests?.length ? 'override' : 'sync',
  }),
  target: findApplication,
  detail: ({ request }) => ({
    prune: request.prune,
    dryRun: request.dryRun,
    revision: request.revision ?? request.revisions?.join(', ') ?? '',
    planDigest: request.planDigest ?? '',
    resources: (request.resources ?? []).map((each) => `${each.group}/${each.kind}/${each.name}`),
  }),
  act: async (context, { request }, target): Promise<ArgoApplication> => {
    const operation = toOperation(
      request,
      target.facts.application.spec.syncPolicy?.syncOptions,
      context.caller.name,
    );
    const planDigest = request.planDigest ?? null;
    return readAnswer(await context.runtime.engine.requestSync(target, { operation, planDigest }));
  },
});

function readAnswer(answer: SyncAnswer): ArgoApplication {
  switch (answer.type) {
    case 'accepted':
      return answer.application;
    case 'busy':
      throw new AppError('conflict', answer.message);
    case 'plan-changed':
      throw new AppError(
        'plan-changed',
        `The plan is now ${answer.digest}: something it depends on has changed.`,
        {
          field: 'body.planDigest',
          fix: 'Read the plan again.',
        },
      );
    case 'closed':
      throw new AppError('window-closed', `Sync is blocked by ${answer.window.reason || 'a sync window'}.`, {
        until: answer.window.until,
      });
  }
}

/** Argo CD's request → the operation that it writes; the Application's own sync options hold unless others are sent. */
function toOperation(request: SyncRequest, ownOptions: string[] | undefined, username: string): Operation {
  const { revision, revisions, strategy, resources, manifests, infos, retryStrategy, prune, dryRun } =
    request;
  const syncOptions = request.syncOptions?.items ?? ownOptions;
  const sync: SyncOperation = {
    prune,
    dryRun,
    ...(revision ? { revision } : {}),
    ...(revisions ? { revisions } : {}),
    ...(strategy ? { syncStrategy: strategy } : {}),
    ...(resources ? { resources } : {}),
    ...(manifests ? { manifests } : {}),
    ...(syncOptions ? { syncOptions } : {}),
  };
  return {
    sync,
    initiatedBy: { username },
    ...(infos ? { info: infos } : {}),
    // The rest of the strategy passes through as the custom resource has it.
    ...(retryStrategy ? { retry: retryStrategy } : {}),
  };
}
