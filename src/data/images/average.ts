/** Where a pixel of the result lies in the source: pixels first … last − 1 and how much of each counts. */
interface Span {
  readonly first: number;
  readonly weights: readonly number[];
}

function spans(source: number, target: number): Span[] {
  const step = source / target;
  return Array.from({ length: target }, (_, i) => {
    const [from, to] = [i * step, (i + 1) * step];
    const first = Math.floor(from);
    const last = Math.min(source, Math.max(first + 1, Math.ceil(to - 1e-9)));
    const weights = Array.from({ length: last - first }, (_, j) => {
      return Math.max(0, Math.min(to, first + j + 1) - Math.max(from, first + j));
    });
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}

export type Averager = (pixels: ArrayLike<number>, at: number, out: Uint8Array, to: number) => void;

/**
 * Brings square pictures to another size: each new pixel is the mean of the area that it covers, so that no line is
 * lost however thin. Reads source² levels from `pixels[at …]`, writes target² to `out[to …]`.
 */
export function averager(source: number, target: number): Averager {
  const parts = spans(source, target);
  const rows = new Float64Array(target * source);
  return (pixels, at, out, to) => {
    for (let y = 0; y < source; y++)
      for (const [x, { first, weights }] of parts.entries()) {
        let sum = 0;
        for (let j = 0; j < weights.length; j++)
          sum += (weights[j] as number) * (pixels[at + y * source + first + j] as number);
        rows[y * target + x] = sum;
      }
    for (const [y, { first, weights }] of parts.entries())
      for (let x = 0; x < target; x++) {
        let sum = 0;
        for (let j = 0; j < weights.length; j++)
          sum += (weights[j] as number) * (rows[(first + j) * target + x] as number);
        out[to + y * target + x] = Math.round(sum);
      }
  };
}
