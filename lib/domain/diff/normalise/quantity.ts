/**
 * Quantities as Kubernetes prints them. A quantity keeps the family of its suffix (binary, decimal, exponent) and is
 * written with the largest suffix that needs no fraction.
 */
// A leading plus is legal but never canonical; such a text counts as it stands.
const PATTERN = /^(-?)(\d*)(?:\.(\d*))?(|[numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)$/;
const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'] as const;
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const;
const NANO_DIGITS = 9;

/** The canonical text; undefined where the value is no quantity. Numbers stand for their decimal text. */
export function canonicalQuantity(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = typeof value === 'number' ? formatNumber(value) : value;
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', suffix = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  if (sign === '' && fraction === '' && suffix === '' && isShort(whole)) return canonicalWhole(whole);
  const negative = sign === '-' ? '-' : '';
  const nano = toNano(whole, fraction, suffix);
  if (nano === 0n) return '0';
  if (suffix.endsWith('i') && nano % 10n ** 9n === 0n && nano / 10n ** 9n >= 1024n) {
    return negative + printBinary(nano / 10n ** 9n);
  }
  if (/^[eE][+-]?\d+$/.test(suffix)) return negative + printExponent(nano);
  return negative + printDecimal(nano);
}

function isShort(whole: string): boolean {
  return whole.length < 4;
}

function canonicalWhole(whole: string): string {
  return whole.length > 1 && whole.startsWith('0') ? String(Number(whole)) : whole;
}

function formatNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}

/** The amount in billionths, rounded up as Kubernetes does with more digits. */
function toNano(whole: string, fraction: string, suffix: string): bigint {
  const digits = BigInt(`${whole}${fraction}` || '0');
  let [numerator, exponent] = [digits, NANO_DIGITS - fraction.length];
  if (suffix.endsWith('i')) numerator *= 1024n ** BigInt(BINARY.findIndex((name) => name === suffix));
  else if (/^[eE][+-]?\d+$/.test(suffix)) exponent += Number(suffix.slice(1));
  else exponent += (DECIMAL.findIndex((name) => name === suffix) - 3) * 3;
  if (exponent >= 0) return numerator * 10n ** BigInt(Math.min(exponent, 60));
  const divisor = 10n ** BigInt(-exponent);
  return (numerator + divisor - 1n) / divisor;
}

function printBinary(amount: bigint): string {
  let [rest, power] = [amount, 0];
  while (power < BINARY.length - 1 && rest % 1024n === 0n) {
    rest /= 1024n;
    power++;
  }
  return `${rest}${BINARY[power] ?? ''}`;
}

function printDecimal(nano: bigint): string {
  let [rest, power] = [nano, 0];
  while (power < DECIMAL.length - 1 && rest % 1000n === 0n) {
    rest /= 1000n;
    power++;
  }
  return `${rest}${DECIMAL[power] ?? ''}`;
}

function printExponent(nano: bigint): string {
  let [rest, exponent] = [nano, -NANO_DIGITS];
  while (rest % 1000n === 0n) {
    rest /= 1000n;
    exponent += 3;
  }
  return exponent === 0 ? String(rest) : `${rest}e${exponent}`;
}
