import { comparePrereleases, compareVersions, parseVersion, type Version } from './version';

/** One comparison of a constraint; parts that are `x` or left out count as open. */
interface Comparison {
  operator: string;
  version: Version;
  /** Which parts are open: none, patch, minor and patch, or all. */
  open: 'none' | 'patch' | 'minor' | 'all';
}

/** Alternatives of comparisons that hold together. */
type VersionConstraint = Comparison[][];

const OPERATOR = '(?:=>|>=|<=|=<|!=|~>|=|>|<|~|\\^)?';
const PART = '[0-9xX*]+';
const OPERAND = `v?(?:${PART})(?:\\.${PART})?(?:\\.${PART})?(?:-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?`;
const WHOLE = new RegExp(
  `^\\s*${OPERATOR}\\s*${OPERAND}\\s*(?:(?:\\s+|,\\s*)${OPERATOR}\\s*${OPERAND}\\s*)*$`,
);
const EACH = new RegExp(`(${OPERATOR})\\s*(${OPERAND})`, 'g');
const HYPHEN = new RegExp(`\\s*(${OPERAND})\\s+-\\s+(${OPERAND})\\s*`, 'g');
const OPERAND_PARTS = new RegExp(`^v?(${PART})(?:\\.(${PART}))?(?:\\.(${PART}))?(-[^+]*)?`);

/**
 * Reads a range as Helm charts and Argo CD know it (the dialect of Masterminds/semver): `1.x`, `~1.2`, `^1`, `>=1 <2`,
 * `1.0 - 2.0`, `a || b`. undefined for what is none.
 */
export function parseConstraint(text: string): VersionConstraint | undefined {
  const groups: VersionConstraint = [];
  for (const group of text.replace(HYPHEN, '>=$1,<=$2').split('||')) {
    if (!WHOLE.test(group)) return undefined;
    const comparisons: Comparison[] = [];
    for (const [, operator = '', operand = ''] of group.matchAll(EACH)) {
      const comparison = parseComparison(operator, operand);
      if (!comparison) return undefined;
      comparisons.push(comparison);
    }
    groups.push(comparisons);
  }
  return groups;
}

function parseComparison(operator: string, operand: string): Comparison | undefined {
  const [, major = '', minor, patch, prerelease = ''] = OPERAND_PARTS.exec(operand) ?? [];
  const isOpen = (part: string | undefined): boolean => part === undefined || /^[xX*]$/.test(part);
  const [open, numbers] = isOpen(major)
    ? (['all', '0.0.0'] as const)
    : isOpen(minor)
      ? (['minor', `${major}.0.0`] as const)
      : isOpen(patch)
        ? (['patch', `${major}.${minor ?? ''}.0`] as const)
        : (['none', `${major}.${minor ?? ''}.${patch ?? ''}`] as const);
  const version = parseVersion(numbers + prerelease);
  return version && { operator, version, open };
}

/** Pre-releases satisfy only alternatives that name one themselves. */
export function satisfies(version: Version, constraint: VersionConstraint): boolean {
  return constraint.some((group) => {
    const takesPrereleases = group.some((each) => each.version.prerelease !== '');
    if (version.prerelease !== '' && !takesPrereleases) return false;
    return group.every((comparison) => holds(version, comparison));
  });
}

function holds(version: Version, comparison: Comparison): boolean {
  const order = compareVersions(version, comparison.version);
  switch (comparison.operator) {
    case '':
    case '=':
      return comparison.open === 'none' ? order === 0 : isWithinTilde(version, comparison);
    case '!=':
      return isOther(version, comparison);
    case '>':
      return isAbove(version, comparison);
    case '<':
      return order < 0;
    case '>=':
    case '=>':
      return order >= 0;
    case '<=':
    case '=<':
      return comparison.open === 'none' ? order <= 0 : isNotBeyond(version, comparison);
    case '~':
    case '~>':
      return isWithinTilde(version, comparison);
    case '^':
      return isWithinCaret(version, comparison);
    default:
      return false;
  }
}

function isOther(version: Version, { version: wanted, open }: Comparison): boolean {
  if (open === 'none') return compareVersions(version, wanted) !== 0;
  if (version.numbers[0] !== wanted.numbers[0]) return true;
  if (open !== 'patch') return false;
  return (
    version.numbers[1] !== wanted.numbers[1] ||
    comparePrereleases(version.prerelease, wanted.prerelease) !== 0
  );
}

/** `>11` is above all of 11, `>11.1` above all of 11.1. */
function isAbove(version: Version, { version: wanted, open }: Comparison): boolean {
  const [major, minor] = version.numbers;
  if (open === 'none' || open === 'all') return compareVersions(version, wanted) > 0;
  if (major !== wanted.numbers[0]) return major > wanted.numbers[0];
  return open === 'patch' && minor > wanted.numbers[1];
}

function isNotBeyond(version: Version, { version: wanted, open }: Comparison): boolean {
  const [major, minor] = version.numbers;
  if (major > wanted.numbers[0]) return false;
  return major < wanted.numbers[0] || minor <= wanted.numbers[1] || open === 'minor';
}

function isWithinTilde(version: Version, { version: wanted, open }: Comparison): boolean {
  if (compareVersions(version, wanted) < 0) return false;
  const isZero = wanted.numbers.every((each) => each === 0n);
  if (isZero && (open === 'none' || open === 'all')) return true;
  if (version.numbers[0] !== wanted.numbers[0]) return false;
  return version.numbers[1] === wanted.numbers[1] || open === 'minor';
}

/** Up to the next change of the left-most part that is not 0. */
function isWithinCaret(version: Version, { version: wanted, open }: Comparison): boolean {
  const [major, minor, patch] = version.numbers;
  if (compareVersions(version, wanted) < 0) return false;
  if (wanted.numbers[0] > 0n || open === 'minor') return major === wanted.numbers[0];
  if (major > 0n) return false;
  if (wanted.numbers[1] > 0n || open === 'patch') return minor === wanted.numbers[1];
  return minor === 0n && patch === wanted.numbers[2];
}
