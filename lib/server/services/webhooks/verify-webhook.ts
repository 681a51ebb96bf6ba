import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookProvider } from './parse-push';

/** Whether the sender knows the secret: a signature over the bytes, or GitLab's token. Compared in constant time. */
export function isWebhookAuthentic(
  provider: WebhookProvider,
  headers: Pick<Headers, 'get'>,
  body: string,
  secret: string,
): boolean {
  if (provider === 'gitlab') return isEqual(headers.get('x-gitlab-token') ?? '', secret);
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const sent = {
    github: headers.get('x-hub-signature-256')?.replace(/^sha256=/, ''),
    gitea: headers.get('x-gitea-signature') ?? headers.get('x-forgejo-signature'),
    generic: headers.get('x-promontory-signature')?.replace(/^sha256=/, ''),
  }[provider];
  return isEqual(sent ?? '', signature);
}

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
