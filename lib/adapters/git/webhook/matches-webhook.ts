import type { WebhookEvent } from './webhook-event';

/**
 * Whether an event is about the repository of a source, as Argo CD matches: by host and path alone, whatever the
 * scheme, user, port, case and a trailing `.git`.
 */
export function matchesWebhook(repoUrl: string, event: Pick<WebhookEvent, 'repoUrls'>): boolean {
  const own = placeOf(repoUrl);
  return own !== undefined && event.repoUrls.some((url) => placeOf(url) === own);
}

/** `host/path` in lower case; undefined for what is no address. A local repository is its path. */
function placeOf(url: string): string | undefined {
  const parts =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?(\[[^\]]+\]|[^/:]*)(?::\d+)?\/+(.*)$/i.exec(url) ??
    /^(?:[^@/]+@)?([\w.-]+):(?!\/\/)\/*(.*)$/.exec(url);
  if (!parts) return undefined;
  const [, host = '', path = ''] = parts;
  return `${host}/${path.replace(/\/+$/, '').replace(/\.git$/i, '')}`.toLowerCase();
}
