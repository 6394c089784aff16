import type { Stream } from '../../random/stream';
import { whole } from './draw';

/** Two numbers to add. */
export type Sum = readonly [number, number];

/** The same for a + b and b + a. */
export function sumKey([a, b]: Sum): string {
  return a < b ? `${a}+${b}` : `${b}+${a}`;
}

/** All pairs a ≤ b below a bound: pair number i, counted b by b. */
function pairAt(index: number): Sum {
  const b = Math.floor((Math.sqrt(8 * index + 1) - 1) / 2);
  return [index - (b * (b + 1)) / 2, b];
}

/**
 * Different sums of two numbers of at most `digits` digits, at random and in either order. While a + b are new
 * none comes twice, not turned round either; where more are asked for than there are pairs, the pairs come turned
 * round as well, and fewer sums are given where even these do not suffice.
 *
 * In a small space every pair is equally likely; in a large one each length is, so that short numbers are not
 * drowned by the many long ones.
 */
export function drawSums(random: Stream, digits: number, count: number): Sum[] {
  const bound = 10 ** digits;
  const pairs = (bound * (bound + 1)) / 2;
  const turn = ([a, b]: Sum): Sum => (random.uniform() < 0.5 ? [a, b] : [b, a]);
  if (2 * count >= pairs) {
    const first = Array.from(random.permutation(pairs).subarray(0, count), (index) => turn(pairAt(index)));
    const second = first.filter(([a, b]) => a !== b).map(([a, b]): Sum => [b, a]);
    return [...first, ...second.slice(0, count - first.length)];
  }
  const seen = new Set<string>();
  const sums: Sum[] = [];
  const take = (sum: Sum) => {
    const key = sumKey(sum);
    if (seen.has(key)) return false;
    seen.add(key);
    sums.push(sum);
    return true;
  };
  const ofAnyLength = () => random.integer(10 ** whole(random, 1, digits));
  while (sums.length < count)
    if (!take([ofAnyLength(), ofAnyLength()])) take([random.integer(bound), random.integer(bound)]);
  return sums;
}
