import { compareVersions, parseVersion, type Version } from './version';
import { parseConstraint, satisfies } from './version-constraint';

/** Whether a text is a range rather than an exact version, a branch or a word. */
export function isVersionRange(text: string): boolean {
  return parseVersion(text) === undefined && parseConstraint(text) !== undefined;
}

/**
 * The version that a text asks for: an exact one is itself, a range the highest of `versions` within it; undefined when
 * nothing fits. Of equal ones the first. Ours: a tag with a number beyond 64 bits is skipped, not the end of it all.
 */
export function pickVersion(text: string, versions: readonly string[]): string | undefined {
  if (parseVersion(text)) return text;
  const constraint = parseConstraint(text);
  if (!constraint) return undefined;
  let best: Version | undefined;
  for (const each of versions) {
    const version = parseVersion(each);
    if (!version || !satisfies(version, constraint)) continue;
    if (!best || compareVersions(version, best) > 0) best = version;
  }
  return best?.original;
}
