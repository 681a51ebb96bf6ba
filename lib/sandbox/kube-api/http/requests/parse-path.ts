/** Where a request goes: to a resource of some group version, or to anything else by its plain path. */
export type RequestTarget =
  | {
      to: 'resource';
      group: string;
      version: string;
      namespace: string;
      plural: string;
      name: string;
      subresource: string;
    }
  | { to: 'other'; path: string };

/** `/api/v1/namespaces/a/pods/b/log` and `/apis/apps/v1/deployments`; names are percent-decoded. */
export function parsePath(pathname: string): RequestTarget {
  const parts = pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  const other: RequestTarget = { to: 'other', path: `/${parts.join('/')}` };
  let rest: string[];
  let group = '';
  let version = '';
  if (parts[0] === 'api' && parts.length > 2) {
    [, version = '', ...rest] = parts;
  } else if (parts[0] === 'apis' && parts.length > 3) {
    [, group = '', version = '', ...rest] = parts;
  } else return other;
  let namespace = '';
  // `namespaces/<name>` and its subresources are the Namespace itself.
  if (rest[0] === 'namespaces' && rest.length > 2 && !['status', 'finalize'].includes(rest[2] ?? '')) {
    namespace = rest[1] ?? '';
    rest = rest.slice(2);
  }
  const [plural = '', name = '', ...subresource] = rest;
  return { to: 'resource', group, version, namespace, plural, name, subresource: subresource.join('/') };
}
