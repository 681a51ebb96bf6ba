import { NextResponse, type NextRequest } from 'next/server';
import { problemResponse } from '@/lib/server/http/answer/problem-response';
import { AppError } from '@/lib/server/http/app-error';
import { isHostAllowed, readAllowedHosts } from '@/lib/server/http/security/check-host';
import { isOriginAllowed } from '@/lib/server/http/security/check-origin';
import { contentSecurityPolicy, securityHeaders } from '@/lib/server/http/security/security-headers';

const allowedHosts = readAllowedHosts(process.env['PROMONTORY_ALLOWED_HOSTS']);
const isDevelopment = process.env.NODE_ENV === 'development';

/** Before every page and API call: Host, Origin, security headers, and a fresh nonce in `x-nonce` for the page's scripts. */
export function proxy(request: NextRequest): Response {
  const { headers, method } = request;
  if (!isHostAllowed(headers.get('host'), allowedHosts)) {
    const name = headers.get('host') ?? '';
    const fix = 'Use localhost, or add the name to PROMONTORY_ALLOWED_HOSTS.';
    return refuse(
      new AppError('host-not-allowed', `Promontory does not answer to the name "${name}".`, { fix }),
    );
  }
  if (!isOriginAllowed(method, headers)) {
    const origin = headers.get('origin') ?? headers.get('sec-fetch-site') ?? '';
    return refuse(new AppError('origin-not-allowed', `Writes from ${origin} are refused.`));
  }
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy(nonce, isDevelopment);
  const forwarded = new Headers(headers);
  forwarded.set('x-nonce', nonce);
  // Next.js reads the nonce for its own scripts from the policy on the request.
  forwarded.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(securityHeaders(policy))) response.headers.set(name, value);
  return response;
}

function refuse(error: AppError): Response {
  return problemResponse(error, crypto.randomUUID());
}

export const config = { matcher: '/((?!_next/static/).*)' };
