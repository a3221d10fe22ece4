import { toHex, type Bytes, type Hex } from './bytes.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const textOf = (bytes: Uint8Array): string | null => {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
};

/** Reads bytes in order. What is short or wrong makes it bad for good; it never throws, and what it then gives is not to be used. */
export class Reader {
  #at = 0;
  #bad = false;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Whether everything was there and right, and nothing is left. */
  get done(): boolean {
    return !this.#bad && this.#at === this.#bytes.length;
  }

  take(size: number): Bytes {
    const rest = this.#bytes.length - this.#at;
    if (this.#bad || rest < size) {
      this.#bad = true;
      return new Uint8Array(0);
    }
    this.#at += size;
    return Uint8Array.from(this.#bytes.subarray(this.#at - size, this.#at));
  }

  hex(size: number): Hex {
    return toHex(this.take(size));
  }

  /** An unsigned number of that many bytes within the bounds, both allowed. */
  number(size: 1 | 2 | 4, least: number, most: number): number {
    const value = this.take(size).reduce((sum, byte) => sum * 256 + byte, 0);
    if (value < least || value > most) this.#bad = true;
    return this.#bad ? 0 : value;
  }

  /** A text with its length before it, that the test allows. */
  text(fits: (value: string) => boolean): string {
    const value = textOf(this.take(this.number(2, 0, 0xffff)));
    if (value === null || !fits(value)) this.#bad = true;
    return value ?? '';
  }

  /** As many as a u8 within the bounds says. */
  list<T>(least: number, most: number, one: () => T): T[] {
    return Array.from({ length: this.number(1, least, most) }, one);
  }
}
