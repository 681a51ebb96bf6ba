/** Plan digests are written 4·4, with or without an algorithm before them. */
export function shortDigest(digest: string): string {
  const hex = digest.replace(/^[\w-]+:/, '');
  return `${hex.slice(0, 4)}·${hex.slice(4, 8)}`;
}
