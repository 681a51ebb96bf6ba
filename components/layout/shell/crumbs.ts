export interface Crumb {
  readonly text: string;
  /** Absent for the page itself and for steps that are no page. */
  readonly href?: string;
}

/** What the first segment and the known last ones are called. */
export type CrumbNames = Readonly<Record<string, string>>;

/**
 * The way to a page, read off its path: `/apps/in-cluster/argocd/web/diff` is Apps, in-cluster, argocd, web, Diff.
 * Names of places stay as they are; the tree is an application's own page.
 */
export function crumbsOf(path: string, names: CrumbNames): Crumb[] {
  const segments = path.split('/').filter(Boolean).map(decodeURIComponent);
  const [first] = segments;
  if (first === undefined) return [{ text: names['overview'] ?? '' }];
  const isApplication = first === 'apps' && segments.length >= 4;
  return segments.map((segment, index): Crumb => {
    const last = index === segments.length - 1;
    const text =
      index === 0 || (isApplication ? index > 3 : index > 0) ? (names[segment] ?? segment) : segment;
    if (last) return { text };
    if (index === 0) return { text, href: `/${segment}` };
    if (isApplication && index === 3)
      return { text, href: `/${segments.slice(0, 4).map(encodeURIComponent).join('/')}/tree` };
    return { text };
  });
}
