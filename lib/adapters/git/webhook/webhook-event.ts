/** A push, as far as it matters here. It is a hint: what is true is asked of the repository. */
export interface WebhookEvent {
  provider: WebhookProvider;
  /** Every address under which the repository may be known: web, clone and SSH. */
  repoUrls: string[];
  /** `refs/heads/main`, `refs/tags/v1`; '' when the event names none. */
  ref: string;
  /** Commit after the push; '' where it is not told, zeros for a deletion. */
  sha: string;
  /** Files that the pushed commits touch; undefined where the event does not tell all of them. */
  changedPaths?: string[];
}

export type WebhookProvider = 'github' | 'gitlab' | 'gitea' | 'generic';

/** `ignored`: an event of another kind (a ping, a comment). The others carry words for the answer. */
export type WebhookOutcome =
  | { kind: 'push'; event: WebhookEvent }
  | { kind: 'ignored'; reason: string }
  | { kind: 'unauthorized'; reason: string }
  | { kind: 'invalid'; reason: string };

export interface WebhookRequest {
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  /** The bytes as they came: signatures are over them. */
  body: Buffer;
}
