import { layerNormEpsilon } from './epsilon';

type Floats = Float32Array | Float64Array;

/** Sets `to` to the row from `start` on, less its mean and divided by its standard deviation, by which it returns. */
function normalize(x: Floats, start: number, to: Float64Array): number {
  const width = to.length;
  let mean = 0;
  for (let j = 0; j < width; j++) mean += (x[start + j] as number) / width;
  let variance = 0;
  for (let j = 0; j < width; j++) variance += ((x[start + j] as number) - mean) ** 2 / width;
  const deviation = Math.sqrt(variance + layerNormEpsilon);
  for (let j = 0; j < width; j++) to[j] = ((x[start + j] as number) - mean) / deviation;
  return deviation;
}

/** gain ⊙ x̂ + bias, where x̂ are the rows of x [rows, width] with mean 0 and variance 1. */
export function referenceLayerNorm(x: Floats, gain: Floats, bias: Floats): Float64Array {
  const width = gain.length;
  const y = new Float64Array(x.length);
  const row = new Float64Array(width);
  for (let start = 0; start < x.length; start += width) {
    normalize(x, start, row);
    for (let j = 0; j < width; j++) y[start + j] = (gain[j] as number) * (row[j] as number) + (bias[j] as number);
  }
  return y;
}

/** Its gradient by x: (g − mean(g) − x̂·mean(g ⊙ x̂)) / deviation with g = dy ⊙ gain. */
export function referenceLayerNormGradient(x: Floats, gain: Floats, dy: Floats): Float64Array {
  const width = gain.length;
  const dx = new Float64Array(x.length);
  const row = new Float64Array(width);
  for (let start = 0; start < x.length; start += width) {
    const deviation = normalize(x, start, row);
    let mean = 0;
    let along = 0;
    for (let j = 0; j < width; j++) {
      const g = (dy[start + j] as number) * (gain[j] as number);
      mean += g / width;
      along += (g * (row[j] as number)) / width;
    }
    for (let j = 0; j < width; j++)
      dx[start + j] = ((dy[start + j] as number) * (gain[j] as number) - mean - (row[j] as number) * along) / deviation;
  }
  return dx;
}

/** Its gradient by the gain, [width]: the sums of dy ⊙ x̂ over the rows. */
export function referenceLayerNormGainGradient(x: Floats, dy: Floats, width: number): Float64Array {
  const sums = new Float64Array(width);
  const row = new Float64Array(width);
  for (let start = 0; start < x.length; start += width) {
    normalize(x, start, row);
    for (let j = 0; j < width; j++) sums[j] = (sums[j] as number) + (dy[start + j] as number) * (row[j] as number);
  }
  return sums;
}
