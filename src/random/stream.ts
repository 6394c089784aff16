import { philox, type Words4 } from './philox';

/** Numbers drawn one after another from one named stream of a seed. */
export interface Stream {
  /** Uniform in [0, 1), with 32 random bits. */
  readonly uniform: () => number;
  /** Standard normal, by the Box-Muller transform. */
  readonly normal: () => number;
  /** Uniform integer in [0, bound). */
  readonly integer: (bound: number) => number;
  /** A permutation of 0 … count−1 (Fisher-Yates). */
  readonly permutation: (count: number) => Int32Array;
}

/** FNV-1a over the UTF-16 code units of a name: streams are told apart by their names. */
function hash(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** The key of Philox for the stream `name` of a seed. */
export const streamKey = (seed: number, name: string): readonly [number, number] => [seed >>> 0, hash(name)];

/**
 * The stream `name` of a seed, at an index such as the epoch or the step. Streams with different names or
 * indices are independent; the same three values always give the same numbers.
 */
export function stream(seed: number, name: string, index = 0): Stream {
  const key = streamKey(seed, name);
  let block = 0;
  let words: Words4 = [0, 0, 0, 0];
  let used = 4;
  let spareNormal: number | null = null;

  const next = (): number => {
    if (used === 4) {
      words = philox([block >>> 0, Math.floor(block / 2 ** 32), index >>> 0, Math.floor(index / 2 ** 32)], key);
      block += 1;
      used = 0;
    }
    return words[used++] as number;
  };
  const uniform = () => next() / 2 ** 32;
  const integer = (bound: number) => Math.floor(uniform() * bound);
  return {
    uniform,
    integer,
    normal() {
      if (spareNormal !== null) {
        const value = spareNormal;
        spareNormal = null;
        return value;
      }
      const radius = Math.sqrt(-2 * Math.log((next() + 1) / 2 ** 32));
      const angle = 2 * Math.PI * uniform();
      spareNormal = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
    permutation(count) {
      const order = Int32Array.from({ length: count }, (_, i) => i);
      for (let i = count - 1; i > 0; i--) {
        const j = integer(i + 1);
        const held = order[i] as number;
        order[i] = order[j] as number;
        order[j] = held;
      }
      return order;
    },
  };
}
