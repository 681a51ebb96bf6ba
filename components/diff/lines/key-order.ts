const FIRST = ['apiVersion', 'kind', 'metadata', 'name', 'namespace', 'image', 'labels', 'annotations'];
const LAST = ['status'];
const RANK = new Map<string, number>([
  ...FIRST.map((key, index) => [key, index - FIRST.length] as const),
  ...LAST.map((key, index) => [key, index + 1] as const),
]);

/** The order a person writes a manifest in: what it is and its name first, status last, the rest by letter. */
export function keyOrder(a: string, b: string): number {
  const byRank = (RANK.get(a) ?? 0) - (RANK.get(b) ?? 0);
  if (byRank !== 0) return byRank;
  return a < b ? -1 : Number(a > b);
}
