const K = Int32Array.from({ length: 64 }, (_, index) => fraction(prime(index), 3));
const H = Int32Array.from({ length: 8 }, (_, index) => fraction(prime(index), 2));

/** SHA-256 of a text's UTF-8 bytes in hexadecimal (FIPS 180-4); pure, so that plans can be named in the browser too. */
export function sha256(text: string): string {
  const state = Int32Array.from(H);
  const bytes = pad(new TextEncoder().encode(text));
  for (let offset = 0; offset < bytes.byteLength; offset += 64)
    compress(state, new DataView(bytes.buffer, offset, 64));
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Scratch space of `compress`, which would spend most of its time on allocation otherwise. */
const WORDS = new Int32Array(64);

function compress(state: Int32Array, block: DataView): void {
  for (let t = 0; t < 16; t += 1) WORDS[t] = block.getInt32(t * 4);
  for (let t = 16; t < 64; t += 1) {
    const a = WORDS[t - 15] ?? 0;
    const b = WORDS[t - 2] ?? 0;
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    WORDS[t] = (WORDS[t - 16] ?? 0) + s0 + (WORDS[t - 7] ?? 0) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + s1 + ((e & f) ^ (~e & g)) + (K[t] ?? 0) + (WORDS[t] ?? 0)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + word;
}

/** The text, a one bit, zeros, and the length in bits, to a multiple of 64 bytes. */
function pad(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setUint32(padded.length - 4, bytes.length * 8);
  return padded;
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** First 32 bits of the fractional part of a root of `n`, found exactly by bisection over integers. */
function fraction(n: number, root: 2 | 3): number {
  const target = BigInt(n) << BigInt(32 * root);
  let [low, high] = [0n, 1n << 40n];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(root) <= target) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn);
}

function prime(index: number): number {
  let found = 0;
  for (let n = 2; ; n += 1) {
    let isPrime = true;
    for (let d = 2; d * d <= n; d += 1) if (n % d === 0) isPrime = false;
    if (isPrime && found++ === index) return n;
  }
}
