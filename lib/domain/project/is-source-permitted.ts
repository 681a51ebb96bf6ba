import type { AppProjectSpec } from './app-project';
import { isDenyPattern, matchPermission } from './match-permission';
import { normaliseGitUrl } from './url/normalise-git-url';

/** Whether a project allows a repository: at least one entry matches and no deny entry hits. */
export function isSourcePermitted(spec: Pick<AppProjectSpec, 'sourceRepos'>, repoUrl: string): boolean {
  const source = normaliseGitUrl(repoUrl);
  let isAllowed = false;
  for (const entry of spec.sourceRepos ?? []) {
    const isDeny = isDenyPattern(entry);
    const pattern = isDeny ? `!${normaliseGitUrl(entry.slice(1))}` : normaliseGitUrl(entry);
    const isMatched = matchPermission(pattern, source, '/');
    if (!isMatched && isDeny) return false;
    isAllowed ||= isMatched;
  }
  return isAllowed;
}
