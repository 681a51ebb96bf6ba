import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookProvider, WebhookRequest } from './webhook-event';

/**
 * Whether a request was made with the secret: GitHub and others sign the body (HMAC-SHA256, hexadecimal), GitLab sends
 * the secret itself. Compared in constant time. Without a secret everything is accepted, as in Argo CD.
 */
export function isSignedWith(
  provider: WebhookProvider,
  { headers, body }: WebhookRequest,
  secret: string,
): boolean {
  if (secret === '') return true;
  switch (provider) {
    case 'github':
      return isEqual(headers['x-hub-signature-256'], `sha256=${hmac(body, secret)}`);
    case 'gitlab':
      return isEqual(headers['x-gitlab-token'], secret);
    case 'gitea':
      return isEqual(
        headers['x-gitea-signature'] ?? headers['x-forgejo-signature'] ?? headers['x-gogs-signature'],
        hmac(body, secret),
      );
    case 'generic': {
      const given = headers['x-signature-256'] ?? headers['x-hub-signature-256'];
      return isEqual(given?.replace(/^sha256=/, ''), hmac(body, secret));
    }
  }
}

function hmac(body: Buffer, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** Digests have one length, so that neither content nor length can be told from the time. */
function isEqual(given: string | undefined, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(expected)) && given !== undefined;
}
