import { webhookCaller } from '../../auth/caller';
import { AppError } from '../../http/app-error';
import type { RequestContext } from '../../http/request-context';
import { writeAuditEntry } from '../audit-entry';
import { parsePush, type WebhookProvider } from './parse-push';
import { isWebhookAuthentic } from './verify-webhook';

/**
 * A push is a hint: whoever uses the repository looks anew. Where a secret is set the sender must prove that it knows it;
 * without one the hint is taken, as in Argo CD, as it can cause no more than a look.
 */
export async function receiveWebhook(
  context: RequestContext,
  input: { provider: WebhookProvider; headers: Pick<Headers, 'get'>; body: string },
): Promise<{ applications: number }> {
  const { engine } = context.runtime;
  const { provider, headers, body } = input;
  const asProvider = { ...context, caller: webhookCaller(provider) };
  const target = { kind: 'Repository', namespace: '', name: '', project: '', permissionObject: '*' };
  const secret = engine.webhookSecret(provider);
  if (secret && !isWebhookAuthentic(provider, headers, body, secret)) {
    await writeAuditEntry(asProvider, 'repositories.push', target, {
      result: 'denied',
      reason: 'the signature does not match',
    });
    throw new AppError(
      'unauthenticated',
      `The signature does not match the secret webhook.${provider}.secret.`,
    );
  }
  const push = parsePush(provider, parseJson(body));
  if (!push) return { applications: 0 };
  const name = push.urls[0] ?? '';
  await writeAuditEntry(
    asProvider,
    'repositories.push',
    { ...target, name },
    { result: 'allowed', detail: { ref: push.ref } },
  );
  return { applications: engine.repositoryPushed(push) };
}

/** Which provider sends to Argo CD's one address, by the header that names the event. */
export function providerOf(headers: Pick<Headers, 'get'>): WebhookProvider {
  if (headers.get('x-gitlab-event')) return 'gitlab';
  // Gitea and Forgejo send GitHub's header as well: theirs is looked for first.
  if (headers.get('x-gitea-event') ?? headers.get('x-forgejo-event')) return 'gitea';
  if (headers.get('x-github-event')) return 'github';
  return 'generic';
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new AppError('invalid-request', 'The body is not JSON.', {
      field: 'body',
      fix: 'Send the webhook as application/json.',
    });
  }
}
