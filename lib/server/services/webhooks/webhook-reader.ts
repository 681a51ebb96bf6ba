export const WEBHOOK_PROVIDERS = ['github', 'gitlab', 'gitea', 'generic'] as const;
export type WebhookProvider = (typeof WEBHOOK_PROVIDERS)[number];

export interface WebhookRequest {
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  /** The bytes as they came: signatures are over them. */
  body: Buffer;
}

export type WebhookOutcome =
  | { kind: 'push'; event: { repoUrls: string[]; ref: string; changedPaths?: string[] } }
  | { kind: 'ignored' | 'unauthorized' | 'invalid'; reason: string };

/** Knows what providers send; composition takes it from the Git adapter. */
export interface WebhookReader {
  /** Checks the signature (none is asked for without a secret) and reads the push. */
  parse(provider: WebhookProvider, request: WebhookRequest, secret: string): WebhookOutcome;
  /** Which provider a request is from, by the header that names its event. */
  providerOf(headers: WebhookRequest['headers']): WebhookProvider | undefined;
}
