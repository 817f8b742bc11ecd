/** Numbers of any count of bits, most significant bit first, as PDF packs samples and meshes. */

export class BitReader {
  readonly #bytes: Uint8Array;
  #bit = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Whether that many bits are left. */
  has(bits: number): boolean {
    return this.#bit + bits <= this.#bytes.length * 8;
  }

  /** Up to 32 bits; those past the end are 0. */
  read(bits: number): number {
    let value = 0;
    let left = bits;
    while (left > 0) {
      const within = this.#bit & 7;
      const take = Math.min(left, 8 - within);
      const byte = this.#bytes[this.#bit >> 3] ?? 0;
      // Not shifted: 32 bits would turn the sign.
      value = value * 2 ** take + ((byte >> (8 - within - take)) & (2 ** take - 1));
      this.#bit += take;
      left -= take;
    }
    return value;
  }

  toByte(): void {
    this.#bit = (this.#bit + 7) & ~7;
  }
}

export class BitWriter {
  readonly #bytes: number[] = [];
  #bit = 0;

  write(value: number, bits: number): void {
    let left = bits;
    while (left > 0) {
      if (this.#bit === 0) this.#bytes.push(0);
      const take = Math.min(left, 8 - this.#bit);
      const part = Math.floor(value / 2 ** (left - take)) % 2 ** take;
      const last = this.#bytes.length - 1;
      this.#bytes[last] = (this.#bytes[last] ?? 0) | (part << (8 - this.#bit - take));
      this.#bit = (this.#bit + take) & 7;
      left -= take;
    }
  }

  toByte(): void {
    this.#bit = 0;
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** The first `count` numbers, without gaps between them. */
export function readBitSamples(bytes: Uint8Array, bits: number, count: number): Float64Array {
  if (bits === 8) return Float64Array.from({ length: count }, (_, at) => bytes[at] ?? 0);
  const reader = new BitReader(bytes);
  return Float64Array.from({ length: count }, () => reader.read(bits));
}
