import { readFileSync } from 'node:fs';

/** English word vectors and word frequencies, straight from the bytes of `assets/word-vectors.bin`. */
export class WordVectors {
  readonly #bytes: Buffer;
  readonly #count: number;
  readonly #dimensions: number;
  readonly #offsets: Uint32Array;
  readonly #ranks: Uint32Array;
  readonly #lettersAt: number;
  readonly #cells: Int8Array;

  constructor(bytes: Buffer) {
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
    this.#bytes = bytes;
    this.#count = words[0] ?? 0;
    this.#dimensions = words[1] ?? 0;
    const offsetsAt = bytes.byteOffset + 8;
    this.#offsets = new Uint32Array(bytes.buffer, offsetsAt, this.#count + 1);
    const ranksAt = offsetsAt + 4 * (this.#count + 1);
    this.#ranks = new Uint32Array(bytes.buffer, ranksAt, this.#count);
    this.#lettersAt = ranksAt - bytes.byteOffset + 4 * this.#count;
    const cellsAt = bytes.byteOffset + this.#lettersAt + (this.#offsets[this.#count] ?? 0);
    this.#cells = new Int8Array(bytes.buffer, cellsAt, this.#count * this.#dimensions);
  }

  /** Throws when the file is not there. */
  static read(file: string): WordVectors {
    const bytes = readFileSync(file);
    // Typed arrays over the bytes need an aligned start, which a pooled Buffer does not promise.
    return new WordVectors(bytes.byteOffset % 4 === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer));
  }

  /** The word's place among all words by frequency, 0 the most frequent; null: unknown. */
  rank(word: string): number | null {
    const row = this.#find(word);
    return row === null ? null : (this.#ranks[row] ?? null);
  }

  /** Of length 1; null: unknown. */
  vector(word: string): Float32Array | null {
    const row = this.#find(word);
    if (row === null) return null;
    const start = row * this.#dimensions;
    return scaleToLengthOne(Float32Array.from(this.#cells.subarray(start, start + this.#dimensions)));
  }

  #find(word: string): number | null {
    let low = 0;
    let high = this.#count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = this.#compare(word, middle);
      if (order === 0) return middle;
      if (order < 0) high = middle - 1;
      else low = middle + 1;
    }
    return null;
  }

  #compare(word: string, row: number): number {
    const start = this.#offsets[row] ?? 0;
    const length = (this.#offsets[row + 1] ?? start) - start;
    for (let i = 0; i < Math.min(word.length, length); i++) {
      const difference = word.charCodeAt(i) - (this.#bytes[this.#lettersAt + start + i] ?? 0);
      if (difference !== 0) return difference;
    }
    return word.length - length;
  }
}

/** Changes the vector itself. */
export function scaleToLengthOne(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dotProduct(vector, vector));
  if (length === 0) return vector;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / length;
  return vector;
}

export function dotProduct(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
