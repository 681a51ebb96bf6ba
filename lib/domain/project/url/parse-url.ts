/** A URL in the parts that matter for comparing repositories; texts are as written, `host` with its port. */
export interface UrlParts {
  scheme: string;
  opaque: string;
  user?: string;
  host: string;
  hasAuthority: boolean;
  path: string;
  query?: string;
  fragment?: string;
}

/**
 * Reads a URL as Go's net/url does, which is laxer than the browser's: no scheme needed, hosts may hold globs, and
 * `name:rest` is opaque. undefined where Go reports an error.
 */
export function parseUrl(text: string): UrlParts | undefined {
  if (hasControlCharacter(text)) return undefined;
  const [withoutFragment, fragment] = cut(text, '#');
  const [main, query] = cut(withoutFragment, '?');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(main)?.[1]?.toLowerCase() ?? '';
  if (main.startsWith(':')) return undefined;
  const rest = scheme ? main.slice(scheme.length + 1) : main;
  const extras = {
    ...(query === undefined ? {} : { query }),
    ...(fragment === undefined ? {} : { fragment }),
  };
  const base = { scheme, opaque: '', host: '', hasAuthority: false, path: '', ...extras };
  if (!rest.startsWith('/')) {
    if (scheme) return { ...base, opaque: rest };
    if (rest.split('/', 1)[0]?.includes(':')) return undefined;
  }
  const hasAuthority = rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'));
  if (!hasAuthority) return isDecodable(rest) ? { ...base, path: rest } : undefined;
  const slash = rest.indexOf('/', 2);
  const authority = parseAuthority(slash < 0 ? rest.slice(2) : rest.slice(2, slash));
  const path = slash < 0 ? '' : rest.slice(slash);
  return authority && isDecodable(path) ? { ...base, ...authority, hasAuthority, path } : undefined;
}

function parseAuthority(text: string): { user?: string; host: string } | undefined {
  const at = text.lastIndexOf('@');
  const [user, host] = at < 0 ? [undefined, text] : [text.slice(0, at), text.slice(at + 1)];
  if (user !== undefined && !/^[\w.~!$&'()*+,;=:%@-]*$/.test(user)) return undefined;
  const port = /^(?:\[[^\]]*\]|[^:]*(?::(?=[^:]*:)[^:]*)*)(:.*)?$/.exec(host)?.[1] ?? '';
  if (host.startsWith('[') && !host.includes(']')) return undefined;
  if (!/^(:\d*)?$/.test(port) || /[ {}|\\^`]/.test(host)) return undefined;
  return { ...(user === undefined ? {} : { user }), host };
}

function cut(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function hasControlCharacter(text: string): boolean {
  return Array.from(text).some((char) => char < ' ' || char === '\u007f');
}

function isDecodable(text: string): boolean {
  return !/%(?![0-9a-f]{2})/i.test(text);
}
