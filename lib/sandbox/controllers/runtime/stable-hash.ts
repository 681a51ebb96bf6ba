const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** Ten letters that Kubernetes allows in names, the same for the same JSON whatever the order of keys (FNV-1a, 64 bit). */
export function stableHash(value: unknown): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(JSON.stringify([sortKeys(value)]))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  let name = '';
  for (let index = 0; index < 10; index++) {
    name += ALPHABET[Number(hash % BigInt(ALPHABET.length))] ?? '';
    hash /= BigInt(ALPHABET.length);
  }
  return name;
}

/** Five random letters, as the API server appends to generated names. */
export function randomSuffix(): string {
  return Array.from({ length: 5 }, () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)] ?? 'x').join(
    '',
  );
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  );
}
