/** The address of the submodule at `path` in `.gitmodules`; relative ones start at the parent repository's address. */
export function submoduleUrl(gitmodules: string, path: string, parentUrl: string): string | undefined {
  for (const section of gitmodules.split(/^\s*\[submodule\b.*$/m)) {
    const settings = new Map<string, string>();
    for (const [, name = '', value = ''] of section.matchAll(/^\s*(\w+)\s*=\s*(.*?)\s*$/gm))
      settings.set(name, value);
    const url = settings.get('url');
    if (settings.get('path') === path && url) return absolute(url, parentUrl);
  }
  return undefined;
}

function absolute(url: string, parentUrl: string): string {
  if (!/^\.\.?\//.test(url)) return url;
  let base = parentUrl.replace(/\/+$/, '');
  let rest = url;
  for (;;) {
    if (rest.startsWith('./')) rest = rest.slice(2);
    else if (rest.startsWith('../')) {
      rest = rest.slice(3);
      const cut = Math.max(base.lastIndexOf('/'), base.includes('://') ? -1 : base.lastIndexOf(':'));
      base = cut > 0 ? base.slice(0, cut) : base;
    } else return `${base}/${rest}`;
  }
}
