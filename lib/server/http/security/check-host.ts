/** Names of this machine that never leave it. */
const LOOPBACK_NAMES = new Set(['localhost', '[::1]']);
const LOOPBACK_V4 = /^127(\.\d{1,3}){3}$/;

export function isLoopbackHost(name: string): boolean {
  return LOOPBACK_NAMES.has(name) || LOOPBACK_V4.test(name) || name.endsWith('.localhost');
}

/** Host header without port, in lower case; undefined when it is malformed. */
export function hostName(header: string | null): string | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/.exec(header?.toLowerCase() ?? '');
  return match?.[1];
}

/**
 * Against DNS rebinding: a page whose name was made to point at this machine still sends its own name. Loopback names and
 * `PROMONTORY_ALLOWED_HOSTS` are answered, nothing else.
 */
export function isHostAllowed(header: string | null, allowedHosts: readonly string[]): boolean {
  const name = hostName(header);
  return name !== undefined && (isLoopbackHost(name) || allowedHosts.includes(name));
}

/** `PROMONTORY_ALLOWED_HOSTS`: names, separated by commas. */
export function readAllowedHosts(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter(Boolean);
}
