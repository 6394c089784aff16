import { philox } from '../../random/philox';

// Numbers by Philox4x32-10 (src/random/philox.ts): the key is that of the stream, the counter is [block, 0, step low,
// step high], and element i takes word i mod 4 of block ⌊i / 4⌋. So they are the same on every device.

type RandomKind = 'uniform' | 'normal';
type Key = readonly [number, number];

/** now[0] and now[1] are the step modulo 65536 and divided by it. */
const stepOf = (now: Float32Array) => (now[0] as number) + 65536 * (now[1] as number);

/** Uniform in [0, 1): the upper 24 bits of every word, times 2⁻²⁴, which a 32-bit float holds exactly. */
function uniform(count: number, now: Float32Array, key: Key): Float32Array {
  const step = stepOf(now);
  const values = new Float32Array(count);
  for (let start = 0; start < count; start += 4) {
    const words = philox([start / 4, 0, step >>> 0, Math.floor(step / 2 ** 32)], key);
    for (let i = 0; i < 4 && start + i < count; i++) values[start + i] = ((words[i] as number) >>> 8) * 2 ** -24;
  }
  return values;
}

/** Standard normal, in pairs r·cos(2πv) and r·sin(2πv) with r = √(−2·log u) (Box and Muller 1958); u is in (0, 1]. */
function normal(count: number, now: Float32Array, key: Key): Float32Array {
  const values = new Float32Array(count);
  const pairs = uniform(count + (count % 2), now, key);
  for (let i = 0; i < count; i++) {
    const first = i - (i % 2);
    const radius = Math.sqrt(-2 * Math.log((pairs[first] as number) + 2 ** -24));
    const angle = 2 * Math.PI * (pairs[first + 1] as number);
    values[i] = radius * (i % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
  }
  return values;
}

/** `count` numbers of the step that `now` tells. */
export const referenceRandom = (kind: RandomKind, count: number, now: Float32Array, key: Key): Float32Array =>
  kind === 'uniform' ? uniform(count, now, key) : normal(count, now, key);

/** x / (1 − rate) where the uniform number is not below the rate (as a 32-bit float), else 0. */
export function referenceDropout(x: Float32Array, rate: number, now: Float32Array, key: Key): Float32Array {
  const numbers = uniform(x.length, now, key);
  const y = new Float32Array(x.length);
  for (let i = 0; i < x.length; i++)
    if ((numbers[i] as number) >= Math.fround(rate)) y[i] = (x[i] as number) / (1 - rate);
  return y;
}
