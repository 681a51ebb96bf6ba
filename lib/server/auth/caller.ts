/** Who makes a request. */
export interface Caller {
  /** As it stands in audit entries and `initiatedBy`. */
  name: string;
  kind: 'user' | 'token' | 'automation';
  groups: string[];
  /** May do everything: the person at this machine until sign-in is configured. */
  isLocalAdministrator: boolean;
}

export const LOCAL_ADMINISTRATOR: Caller = {
  name: 'admin',
  kind: 'user',
  groups: [],
  isLocalAdministrator: true,
};

/** Of routes that ask nobody who they are. */
export const ANONYMOUS: Caller = {
  name: 'anonymous',
  kind: 'automation',
  groups: [],
  isLocalAdministrator: false,
};

/** A provider that pushes webhooks; it may say that a repository changed and nothing else. */
export function webhookCaller(provider: string): Caller {
  return { name: `webhook:${provider}`, kind: 'automation', groups: [], isLocalAdministrator: false };
}
