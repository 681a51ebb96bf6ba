/** Hex digits of a digest without its algorithm prefix. */
function hexOf(digest: string): string {
  return digest.slice(digest.indexOf(':') + 1).toLowerCase();
}

/** Heights of the eight bars in px: 2 + digit/15·10. Missing digits count as 0. */
export function sealHeights(digest: string): number[] {
  const hex = hexOf(digest);
  return Array.from({ length: 8 }, (_, index) => {
    const digit = Number.parseInt(hex.charAt(index), 16);
    return 2 + ((Number.isNaN(digit) ? 0 : digit) / 15) * 10;
  });
}

/** A plan digest as people read it: four digits, a dot, four digits. */
export function shortDigest(digest: string): string {
  const hex = hexOf(digest);
  return `${hex.slice(0, 4)}·${hex.slice(4, 8)}`;
}
