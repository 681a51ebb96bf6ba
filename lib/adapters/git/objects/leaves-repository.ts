import path from 'node:path';

/** Whether a symlink at `at` (from the repository's root) points out of the repository. */
export function leavesRepository(at: string, target: string): boolean {
  if (path.posix.isAbsolute(target)) return true;
  const resolved = path.posix.normalize(path.posix.join(path.posix.dirname(at), target));
  return resolved === '..' || resolved.startsWith('../');
}
