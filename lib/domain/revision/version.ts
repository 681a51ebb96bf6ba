/** A version as charts and tags spell it: `v` in front, missing parts and leading zeros are accepted. */
export interface Version {
  /** As written. */
  original: string;
  /** Major, minor, patch; beyond what a double can hold. */
  numbers: readonly [bigint, bigint, bigint];
  prerelease: string;
}

const VERSION =
  /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
const MAX = (1n << 64n) - 1n;

/** undefined for what is no version, among it numbers beyond 64 bits. */
export function parseVersion(text: string): Version | undefined {
  const [, major, minor = '0', patch = '0', prerelease = ''] = VERSION.exec(text) ?? [];
  if (major === undefined) return undefined;
  const numbers = [BigInt(major), BigInt(minor), BigInt(patch)] as const;
  return numbers.every((each) => each <= MAX) ? { original: text, numbers, prerelease } : undefined;
}

/** By precedence (semver.org §11): build metadata does not count. */
export function compareVersions(a: Version, b: Version): number {
  for (const [index, number] of a.numbers.entries()) {
    const other = b.numbers[index] ?? 0n;
    if (number !== other) return number < other ? -1 : 1;
  }
  return comparePrereleases(a.prerelease, b.prerelease);
}

/** A release is after its pre-releases; numbers come before texts, and fewer parts before more. */
export function comparePrereleases(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  const [left, right] = [a.split('.'), b.split('.')];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const order = compareParts(left[index], right[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareParts(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
  const [isNumber, isOtherNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber && isOtherNumber) return BigInt(a) < BigInt(b) ? -1 : 1;
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  return a < b ? -1 : 1;
}
