import { z } from 'zod';

export const WEBHOOK_PROVIDERS = ['github', 'gitlab', 'gitea', 'generic'] as const;
export type WebhookProvider = (typeof WEBHOOK_PROVIDERS)[number];

/** What a push says. `paths` null: it does not say, or not all of it. */
export interface Push {
  urls: string[];
  ref: string;
  paths: string[] | null;
}

const changes = z.array(z.string()).nullish();
const commits = z.array(z.looseObject({ added: changes, modified: changes, removed: changes })).nullish();
const urls = {
  clone_url: z.string().nullish(),
  ssh_url: z.string().nullish(),
  html_url: z.string().nullish(),
};

/** GitHub's and Gitea's shape. */
const forgeSchema = z.looseObject({ ref: z.string(), repository: z.looseObject(urls), commits });
const gitlabSchema = z.looseObject({
  ref: z.string(),
  project: z.looseObject({
    git_http_url: z.string().nullish(),
    git_ssh_url: z.string().nullish(),
    web_url: z.string().nullish(),
  }),
  commits,
  total_commits_count: z.number().nullish(),
});
/** For anything that can send JSON: a post-receive hook, a CI job. */
const genericSchema = z.object({
  url: z.string().min(1),
  ref: z.string().default(''),
  paths: z.array(z.string()).nullish(),
});

/** Which commits GitHub and GitLab list at most. */
const MOST_COMMITS = 20;

/** The push in a provider's body; undefined for events that are no push (pings, issues). */
export function parsePush(provider: WebhookProvider, body: unknown): Push | undefined {
  if (provider === 'generic') {
    const { success, data } = genericSchema.safeParse(body);
    return success ? { urls: [data.url], ref: data.ref, paths: data.paths ?? null } : undefined;
  }
  if (provider === 'gitlab') {
    const { success, data } = gitlabSchema.safeParse(body);
    if (!success) return undefined;
    const { git_http_url, git_ssh_url, web_url } = data.project;
    return {
      urls: present([git_http_url, git_ssh_url, web_url]),
      ref: data.ref,
      paths: changedPaths(data.commits, data.total_commits_count),
    };
  }
  const { success, data } = forgeSchema.safeParse(body);
  if (!success) return undefined;
  const { clone_url, ssh_url, html_url } = data.repository;
  return { urls: present([clone_url, ssh_url, html_url]), ref: data.ref, paths: changedPaths(data.commits) };
}

function present(values: (string | null | undefined)[]): string[] {
  return values.filter((value): value is string => Boolean(value));
}

function changedPaths(list: z.infer<typeof commits>, total?: number | null): string[] | null {
  if (!list || list.length === 0 || list.length >= MOST_COMMITS || (total ?? list.length) > list.length)
    return null;
  return [
    ...new Set(
      list.flatMap(({ added, modified, removed }) =>
        [added, modified, removed].flatMap((each) => each ?? []),
      ),
    ),
  ];
}
