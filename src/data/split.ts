import type { Stream } from '../random/stream';

/** Row numbers of the two parts, in random order. Together they are every row once. */
export interface Split {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/**
 * How many rows of each class are for training: its share rounded down and at least one, then one more for the
 * classes that lost most by rounding, until the whole is `total`.
 */
function classQuotas(counts: readonly number[], trainFraction: number, total: number): number[] {
  const shares = counts.map((count) => count * trainFraction);
  const quotas = shares.map((share, label) => (counts[label] === 0 ? 0 : Math.max(1, Math.floor(share))));
  const lost = shares
    .map((share, label) => ({ label, remainder: share - (quotas[label] ?? 0) }))
    .filter(({ remainder }) => remainder > 0)
    .sort((a, b) => b.remainder - a.remainder);
  const missing = total - quotas.reduce((sum, quota) => sum + quota, 0);
  for (const { label } of lost.slice(0, Math.max(0, missing))) quotas[label] = (quotas[label] ?? 0) + 1;
  return quotas;
}

function countClasses(count: number, classOf: ArrayLike<number>): number[] {
  const counts: number[] = [];
  for (let row = 0; row < count; row++) {
    const label = classOf[row] ?? 0;
    while (counts.length <= label) counts.push(0);
    counts[label] = (counts[label] ?? 0) + 1;
  }
  return counts;
}

/**
 * Divides rows 0 … count−1 at random into training and test. With `classOf` (a class index per row) each class
 * keeps its share in both parts, to within one row, and has at least one training row. A fraction of 1 leaves no
 * test rows; less leaves at least one where there are enough rows. For the same stream, a larger fraction only
 * moves rows from test to training where no classes are given.
 */
export function splitRows(count: number, trainFraction: number, random: Stream, classOf?: ArrayLike<number>): Split {
  const order = random.permutation(count);
  if (trainFraction >= 1) return { train: order, test: new Int32Array(0) };
  const total = Math.max(1, Math.min(count - 1, Math.round(count * trainFraction)));
  if (!classOf) return { train: order.slice(0, total), test: order.slice(total) };

  const left = classQuotas(countClasses(count, classOf), trainFraction, total);
  const train: number[] = [];
  const test: number[] = [];
  for (const row of order) {
    const label = classOf[row] ?? 0;
    const quota = left[label] ?? 0;
    left[label] = quota - 1;
    (quota > 0 ? train : test).push(row);
  }
  return { train: Int32Array.from(train), test: Int32Array.from(test) };
}
