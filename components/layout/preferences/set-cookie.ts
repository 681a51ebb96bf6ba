const yearSeconds = 365 * 24 * 3600;

/** Stores a preference for a year, for this site only. */
export function setCookie(name: string, value: string): void {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${yearSeconds}; samesite=lax`;
}
