const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Against writes from other sites: a browser names the page's origin on every write, and it must be ours. Command lines
 * send neither header and pass; they carry no browser's cookies.
 */
export function isOriginAllowed(method: string, headers: Pick<Headers, 'get'>): boolean {
  if (SAFE_METHODS.has(method.toUpperCase())) return true;
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.get('origin');
  if (origin === null) return true;
  return hostOf(origin) === headers.get('host')?.toLowerCase();
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
