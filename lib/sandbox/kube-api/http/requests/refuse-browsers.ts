import type { IncomingMessage } from 'node:http';
import { ApiError } from '../../status/api-error';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The sandbox has no sign-in: a web page must not reach it. Browsers name their page in `Origin` or `Sec-Fetch-Site`, and
 * a name that was rebound to loopback shows in `Host`.
 */
export function refuseBrowsers(request: IncomingMessage, ownHost: string): void {
  const { host = '', origin } = request.headers;
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const isKnown = LOOPBACK.includes(name) || name === ownHost;
  if (isKnown && origin === undefined && request.headers['sec-fetch-site'] === undefined) return;
  throw new ApiError(403, 'Forbidden', 'the sandbox answers no web pages and no other names than its own');
}
