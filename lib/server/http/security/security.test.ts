import { describe, expect, it } from 'vitest';
import { isHostAllowed, readAllowedHosts } from './check-host';
import { isOriginAllowed } from './check-origin';
import { contentSecurityPolicy } from './security-headers';

describe('the Host header', () => {
  it.each([
    'localhost',
    'localhost:3000',
    '127.0.0.1:3000',
    '127.8.9.1',
    '[::1]:3000',
    'LOCALHOST:1',
    'app.localhost:3000',
  ])('may be %s', (host) => expect(isHostAllowed(host, [])).toBe(true));
  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:3000',
    '10.0.0.1',
    '[::2]',
    'localhost:3000@evil',
    '',
    null,
    'local host',
  ])('may not be %s', (host) => expect(isHostAllowed(host, [])).toBe(false));
  it('may be a name that was allowed', () => {
    const allowed = readAllowedHosts(' Promontory.example ,other ');
    expect(isHostAllowed('promontory.example:8443', allowed)).toBe(true);
    expect(isHostAllowed('x.promontory.example', allowed)).toBe(false);
  });
});

describe('a write', () => {
  const send = (headers: Record<string, string>, method = 'POST') =>
    isOriginAllowed(method, new Headers({ host: 'localhost:3000', ...headers }));

  it('passes from our own pages and from command lines', () => {
    expect(send({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(send({})).toBe(true);
  });
  it.each([
    { origin: 'http://evil.example' },
    { origin: 'http://localhost:3001' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' },
  ])('is refused with %j', (headers) => {
    expect(send(headers)).toBe(false);
    expect(send(headers, 'DELETE')).toBe(false);
  });
  it('is not what a read is', () => {
    expect(send({ origin: 'http://evil.example' }, 'GET')).toBe(true);
  });
});

describe('the content security policy', () => {
  it('lets only scripts with the nonce run, and no eval outside development', () => {
    const policy = contentSecurityPolicy('abc', false);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(contentSecurityPolicy('abc', true)).toContain("'unsafe-eval'");
  });
});
