import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/domain/resource/json';
import { isSignedWith } from './verify-signature';
import type { WebhookEvent, WebhookOutcome, WebhookProvider, WebhookRequest } from './webhook-event';

/** A push event of this provider, its signature checked first. `secret` is '' where none is configured. */
export function parseWebhook(
  provider: WebhookProvider,
  request: WebhookRequest,
  secret: string,
): WebhookOutcome {
  if (!isSignedWith(provider, request, secret)) {
    return {
      kind: 'unauthorized',
      reason: 'the signature or token does not match the configured webhook secret',
    };
  }
  const kind = eventKind(provider, request.headers);
  if (kind !== 'push')
    return { kind: 'ignored', reason: `"${kind}" events are not acted upon; send push events` };
  const payload = payloadOf(request);
  if (!isJsonObject(payload)) return { kind: 'invalid', reason: 'the body is no JSON object' };
  const repoUrls = urlsOf(payload);
  if (repoUrls.length === 0) return { kind: 'invalid', reason: 'the event names no repository' };
  const changedPaths = changedPathsOf(payload);
  const event: WebhookEvent = {
    provider,
    repoUrls,
    ref: text(payload['ref']),
    sha: text(payload['after']) || text(payload['checkout_sha']) || text(payload['sha']),
    ...(changedPaths ? { changedPaths } : {}),
  };
  return { kind: 'push', event };
}

/** Which provider sent a request, by its headers; undefined for none of the known ones. */
export function webhookProviderOf(headers: WebhookRequest['headers']): WebhookProvider | undefined {
  // Gitea and Forgejo send GitHub's headers as well.
  if (headers['x-gitea-event'] ?? headers['x-forgejo-event']) return 'gitea';
  if (headers['x-github-event']) return 'github';
  if (headers['x-gitlab-event']) return 'gitlab';
  return undefined;
}

function eventKind(provider: WebhookProvider, headers: WebhookRequest['headers']): string {
  switch (provider) {
    case 'github':
      return headers['x-github-event'] ?? 'unknown';
    case 'gitea':
      return headers['x-gitea-event'] ?? headers['x-forgejo-event'] ?? 'unknown';
    case 'gitlab': {
      const kind = headers['x-gitlab-event'] ?? 'unknown';
      return ['Push Hook', 'Tag Push Hook', 'System Hook'].includes(kind) ? 'push' : kind;
    }
    case 'generic':
      return 'push';
  }
}

/** GitHub can send the JSON as a form field. */
function payloadOf({ headers, body }: WebhookRequest): JsonValue | undefined {
  const raw = body.toString('utf8');
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  try {
    return JSON.parse(isForm ? (new URLSearchParams(raw).get('payload') ?? '') : raw) as JsonValue;
  } catch {
    return undefined;
  }
}

const URL_FIELDS = [
  'clone_url',
  'html_url',
  'ssh_url',
  'git_url',
  'url',
  'web_url',
  'git_http_url',
  'git_ssh_url',
  'homepage',
  'http_url',
];

function urlsOf(payload: JsonObject): string[] {
  const places = [payload['repository'], payload['project']].filter(isJsonObject);
  const found = places.flatMap((place) => URL_FIELDS.map((field) => text(place[field])));
  const plain = [text(payload['repository']), text(payload['repoURL']), text(payload['repoUrl'])];
  const listed = Array.isArray(payload['repoUrls']) ? payload['repoUrls'].map(text) : [];
  const urls = [...found, ...plain, ...listed].filter((url) => url !== '' && !/^https:\/\/api\./.test(url));
  return [...new Set(urls)];
}

/** undefined when the event leaves commits or files out: then anything may have changed. */
function changedPathsOf(payload: JsonObject): string[] | undefined {
  if (Array.isArray(payload['changedPaths'])) return payload['changedPaths'].map(text).filter(Boolean);
  const commits = payload['commits'];
  if (!Array.isArray(commits) || commits.length === 0) return undefined;
  const total = payload['total_commits_count'] ?? payload['total_commits'];
  if (typeof total === 'number' && total > commits.length) return undefined;
  if (payload['forced'] === true || payload['created'] === true) return undefined;
  const paths = new Set<string>();
  for (const commit of commits.filter(isJsonObject)) {
    const lists = ['added', 'modified', 'removed'].map((field) => commit[field]);
    if (!lists.some((list) => Array.isArray(list))) return undefined;
    for (const path of lists.flatMap((list) => (Array.isArray(list) ? list : []))) paths.add(text(path));
  }
  return [...paths].filter(Boolean).sort();
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
