import { expect } from 'vitest';

interface Block {
  readonly at: number;
  readonly length: number;
  /** What may not have changed; none of what is written. */
  readonly values: Float32Array | null;
}

/** Floats between blocks. Places are odd: TensorFlow.js promises no more than multiples of four bytes. */
const gap = 3;

/** A memory with blocks of floats for kernels to compute in, and no number all around them. */
export class GuardedMemory {
  readonly memory: WebAssembly.Memory;
  readonly #floats: Float32Array;
  readonly #blocks = new Map<number, Block>();
  #next = gap;
  #end = 0;

  constructor(build: 'plain' | 'shared') {
    this.memory = new WebAssembly.Memory({ initial: 128, maximum: 65536, shared: build === 'shared' });
    this.#floats = new Float32Array(this.memory.buffer);
  }

  clear(): void {
    this.#floats.fill(Number.NaN);
    this.#blocks.clear();
    this.#next = gap;
    this.#end = 0;
  }

  #put(length: number, values: Float32Array | null): number {
    const place = 4 * this.#next;
    if (values) this.#floats.set(values, this.#next);
    this.#blocks.set(place, { at: this.#next, length, values });
    this.#next += length + gap;
    this.#end = this.#next;
    return place;
  }

  /** The place of a copy of the values. */
  input = (values: Float32Array): number => this.#put(values.length, values);

  /** A place to be written. */
  output = (length: number): number => this.#put(length, null);

  /** A place of which nothing is expected; it comes last. */
  scratch(bytes: number): number {
    const place = 4 * this.#next;
    this.#end = this.#next + Math.ceil(bytes / 4);
    return place;
  }

  read(place: number): Float32Array {
    const { at, length } = this.#blocks.get(place) as Block;
    return this.#floats.slice(at, at + length);
  }

  /** Fails where inputs have changed, or where anything was written between or behind the blocks. */
  check(): void {
    for (const { at, length, values } of this.#blocks.values()) {
      if (values) expect(this.#floats.slice(at, at + length)).toEqual(values);
      const after = this.#floats.subarray(at + length, at + length + gap);
      expect(after.every(Number.isNaN), 'nothing is written between').toBe(true);
    }
    expect(this.#floats.subarray(this.#end).every(Number.isNaN), 'nothing is written behind').toBe(true);
  }
}
