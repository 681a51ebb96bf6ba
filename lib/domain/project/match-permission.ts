import { matchGlob } from '../glob/match-glob';

/** An entry that starts with `!` denies what the rest matches. */
export function isDenyPattern(pattern: string): boolean {
  return pattern.startsWith('!');
}

/** A deny pattern "matches" what it does not deny. A literal `*` matches everything, separators included. */
export function matchPermission(pattern: string, text: string, separators = ''): boolean {
  if (isDenyPattern(pattern)) return !matchGlob(pattern.slice(1), text, separators);
  return pattern === '*' || matchGlob(pattern, text, separators);
}
