export interface WireField {
  number: number;
  /** A varint as bigint; anything else as its bytes. */
  value: bigint | Uint8Array;
}

/** The fields of one message in protobuf's wire format, in order. Throws RangeError where it is cut short. */
export function* readFields(message: Uint8Array): Generator<WireField> {
  let at = 0;
  const varint = (): bigint => {
    let result = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at++];
      if (byte === undefined) throw new RangeError('message ends within a number');
      result |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return result;
    }
  };
  const bytes = (length: number): Uint8Array => {
    if (at + length > message.length) throw new RangeError('message ends within a field');
    return message.subarray(at, (at += length));
  };
  while (at < message.length) {
    const tag = Number(varint());
    const number = tag >>> 3;
    switch (tag & 7) {
      case 0:
        yield { number, value: varint() };
        break;
      case 1:
        yield { number, value: bytes(8) };
        break;
      case 2:
        yield { number, value: bytes(Number(varint())) };
        break;
      case 5:
        yield { number, value: bytes(4) };
        break;
      default:
        throw new RangeError(`unknown wire type ${tag & 7}`);
    }
  }
}

export function textOf(value: bigint | Uint8Array): string {
  return typeof value === 'bigint' ? String(value) : Buffer.from(value).toString('utf8');
}

export function bytesOf(value: bigint | Uint8Array): Uint8Array {
  return typeof value === 'bigint' ? new Uint8Array() : value;
}

/** Protobuf writes negative numbers as 64-bit two's complement. */
export function integerOf(value: bigint | Uint8Array): number {
  return typeof value === 'bigint' ? Number(BigInt.asIntN(64, value)) : 0;
}
