/** How close two samples are to be near-identical, in root mean variances of the reference. */
const closeness = 1e-4;

/** Standard deviation of points (n × d) over all coordinates together; NaN for none or what is not finite. */
export function spread(points: Float32Array, d: number): number {
  const count = Math.floor(points.length / d);
  if (count === 0) return Number.NaN;
  const mean = new Float64Array(d);
  for (let i = 0; i < count * d; i++) mean[i % d] = (mean[i % d] as number) + (points[i] as number) / count;
  let squares = 0;
  for (let i = 0; i < count * d; i++) squares += ((points[i] as number) - (mean[i % d] as number)) ** 2;
  return Math.sqrt(squares / (count * d));
}

/** Two hashes of the words in one number of 53 bits, so that different cells practically never meet. */
function hash(words: Uint32Array): number {
  let [h1, h2] = [0x811c9dc5, 0x9e3779b9];
  for (const word of words) {
    h1 = Math.imul(h1 ^ word, 0x01000193);
    h1 ^= h1 >>> 15;
    h2 = Math.imul(h2 ^ word, 0x85ebca6b);
    h2 ^= h2 >>> 13;
  }
  return (h1 >>> 0) * 2 ** 21 + (h2 >>> 11);
}

/**
 * Share of samples (n × d) that fall into the same tiny cell as an earlier one, its side a ten-thousandth of the
 * data's spread: 0 where all differ, nearly 1 where all are one. What is not a number is the same. NaN for no samples.
 */
export function identicalShare(samples: Float32Array, d: number, dataSpread: number): number {
  const count = Math.floor(samples.length / d);
  const side = closeness * dataSpread;
  const cell = new Float64Array(d);
  const words = new Uint32Array(cell.buffer);
  const cells = new Set<number>();
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < d; j++) {
      const value = samples[i * d + j] as number;
      // Without a spread only samples that are the same are identical. Adding 0 makes −0 and 0 one cell.
      cell[j] = (side > 0 ? Math.round(value / side) : value) + 0;
    }
    cells.add(hash(words));
  }
  return count > 0 ? 1 - cells.size / count : Number.NaN;
}
