const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
/** Decimal suffixes by power of ten. */
const DECIMAL = new Map<number, string>([
  [-9, 'n'],
  [-6, 'u'],
  [-3, 'm'],
  [0, ''],
  [3, 'k'],
  [6, 'M'],
  [9, 'G'],
  [12, 'T'],
  [15, 'P'],
  [18, 'E'],
]);
const PATTERN = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]|[eE][+-]?\d+)?$/;

/**
 * The text that the API server stores for a quantity: the largest suffix of the same family that leaves no fraction
 * (`0.5` → `500m`, `1024Mi` → `1Gi`, `1000m` → `1`). undefined when it is no quantity.
 */
export function canonicalQuantity(value: string | number): string | undefined {
  const [, sign, digits, suffix = ''] = PATTERN.exec(String(value)) ?? [];
  if (digits === undefined) return undefined;
  const negative = sign === '-' ? '-' : '';
  const binaryPower = suffix === '' ? -1 : BINARY.indexOf(suffix);
  if (binaryPower > 0) return negative + fromBinary(digits, binaryPower);
  const exponent = /^[eE][+-]?\d+$/.test(suffix) ? Number(suffix.slice(1)) : undefined;
  const power = exponent ?? powerOf(suffix);
  return negative + fromDecimal(digits, power, exponent !== undefined);
}

function fromBinary(digits: string, power: number): string {
  const { mantissa, scale } = parse(digits);
  let value = mantissa * 1024n ** BigInt(power);
  const divisor = 10n ** BigInt(scale);
  // A binary quantity that is no whole number of bytes is shown in decimal notation.
  if (value % divisor !== 0n) return fromDecimal(ratio(value, divisor), 0, false);
  value /= divisor;
  if (value === 0n) return '0';
  let step = 0;
  while (step < BINARY.length - 1 && value % 1024n === 0n) {
    value /= 1024n;
    step++;
  }
  return `${value}${BINARY[step] ?? ''}`;
}

function fromDecimal(digits: string, power: number, isExponent: boolean): string {
  const { mantissa, scale } = parse(digits);
  if (mantissa === 0n) return '0';
  let value = mantissa;
  let exponent = power - scale;
  while (value % 10n === 0n) {
    value /= 10n;
    exponent++;
  }
  while (exponent < -9) {
    // Rounded up to nano, the smallest unit there is.
    value = (value + 9n) / 10n;
    exponent++;
  }
  const down = ((exponent % 3) + 3) % 3;
  let shown = exponent - down;
  let scaled = value * 10n ** BigInt(down);
  while (shown > 18) {
    scaled *= 1000n;
    shown -= 3;
  }
  if (isExponent) return shown === 0 ? String(scaled) : `${scaled}e${shown}`;
  return `${scaled}${DECIMAL.get(shown) ?? ''}`;
}

function parse(digits: string): { mantissa: bigint; scale: number } {
  const [whole = '', fraction = ''] = digits.split('.');
  return { mantissa: BigInt(`${whole}${fraction}` || '0'), scale: fraction.length };
}

/** As decimal text with nine places, rounded up. */
function ratio(value: bigint, divisor: bigint): string {
  const nano = (value * 1_000_000_000n + divisor - 1n) / divisor;
  const text = nano.toString().padStart(10, '0');
  return `${text.slice(0, -9)}.${text.slice(-9)}`;
}

function powerOf(suffix: string): number {
  for (const [power, each] of DECIMAL) if (each === suffix) return power;
  return 0;
}
