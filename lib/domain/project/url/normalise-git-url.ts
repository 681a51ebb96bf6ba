import { parseUrl, type UrlParts } from './parse-url';

/**
 * The form in which repository addresses are compared: lower case, without `.git`, `git@host:path` as an SSH URL,
 * without `ssh://`. '' for what is no URL. Ports, users and a trailing slash make a difference.
 */
export function normaliseGitUrl(repository: string): string {
  const url = parseUrl(prepare(repository));
  return url ? formatUrl(url).replace(/^ssh:\/\//, '') : '';
}

/** Whether two addresses name the same repository. What is no URL is compared as text; nothing is not the same as nothing. */
export function isSameGitUrl(a: string, b: string): boolean {
  const [left, right] = [a, b].map((each) => normaliseGitUrl(each) || prepare(each));
  return left !== '' && left === right;
}

function prepare(repository: string): string {
  const text = repository.trim().toLowerCase();
  const isSsh = /^(?:ssh:\/\/)?[^/:]*@[^@]+$/.test(text);
  const address = isSsh && !text.startsWith('ssh://') ? `ssh://${text.replace(':', '/')}` : text;
  return address.endsWith('.git') ? address.slice(0, -'.git'.length) : address;
}

function formatUrl(url: UrlParts): string {
  const query = url.query === undefined ? '' : `?${url.query}`;
  const fragment = url.fragment === undefined ? '' : `#${url.fragment}`;
  if (url.opaque) return `${url.scheme}:${url.opaque}${query}${fragment}`;
  const user = url.user === undefined ? '' : `${escapeUser(url.user)}@`;
  const authority = url.hasAuthority ? `//${user}${url.host}` : '';
  return `${url.scheme ? `${url.scheme}:` : ''}${authority}${escapePath(url.path)}${query}${fragment}`;
}

/** The first colon parts name and password; other reserved characters are encoded. */
function escapeUser(user: string): string {
  const at = user.indexOf(':');
  const parts = at < 0 ? [user] : [user.slice(0, at), user.slice(at + 1)];
  return parts.map((part) => decode(part).replace(/[^\w.~$&+,;=-]/g, encode)).join(':');
}

/** As written while every character may stand in a path, else encoded anew from what it means. */
function escapePath(path: string): string {
  if (/^[\w.~!$&'()*+,;=:@[\]%/-]*$/.test(path)) return path;
  return decode(path).replace(/[^\w.~$&+,/:;=@-]/g, encode);
}

function encode(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
