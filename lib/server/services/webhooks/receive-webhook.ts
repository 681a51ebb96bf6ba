import { webhookCaller } from '../../auth/caller';
import { AppError } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';
import { writeAuditEntry } from '../audit-entry';
import type { WebhookProvider } from './webhook-reader';

/**
 * A push is a hint: whoever uses the repository looks anew. Where a secret is set the sender must prove that it knows it;
 * without one the hint is taken, as in Argo CD, as it can cause no more than a look.
 */
export async function receiveWebhook(
  context: RequestContext,
  input: { provider?: WebhookProvider; headers: Headers; body: Buffer },
): Promise<{ applications: number; message: string }> {
  const { engine, webhooks } = context.runtime;
  const request = { headers: Object.fromEntries(input.headers), body: input.body };
  const provider = input.provider ?? webhooks.providerOf(request.headers) ?? 'generic';
  const asProvider = { ...context, caller: webhookCaller(provider) };
  const target = { kind: 'Repository', namespace: '', name: '', project: '', permissionObject: '*' };
  const outcome = webhooks.parse(provider, request, engine.webhookSecret(provider));
  switch (outcome.kind) {
    case 'unauthorized':
      await writeAuditEntry(asProvider, 'repositories.push', target, {
        result: 'denied',
        reason: outcome.reason,
      });
      throw new AppError('unauthenticated', `Refused: ${outcome.reason}.`);
    case 'invalid':
      throw new AppError('invalid-request', `The webhook cannot be read: ${outcome.reason}.`, {
        field: 'body',
      });
    case 'ignored':
      return { applications: 0, message: outcome.reason };
    case 'push': {
      const { repoUrls, ref, changedPaths } = outcome.event;
      const named = { ...target, name: repoUrls[0] ?? '' };
      await writeAuditEntry(asProvider, 'repositories.push', named, { result: 'allowed', detail: { ref } });
      const applications = engine.repositoryPushed({ urls: repoUrls, ref, paths: changedPaths ?? null });
      return { applications, message: '' };
    }
  }
}
