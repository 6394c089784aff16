/** Rows of matrix [rows, width] by the tokens' numbers, zeros where there is no such row; plus the bias. */
export function referenceEmbed(
  matrix: Float32Array,
  width: number,
  tokens: Float32Array,
  bias?: Float32Array,
): Float32Array {
  const result = new Float32Array(tokens.length * width);
  tokens.forEach((token, i) => {
    // Nothing lies there where there is no such row.
    if (token >= 0) result.set(matrix.subarray(token * width, (token + 1) * width), i * width);
  });
  return bias ? result.map((value, i) => value + (bias[i % width] as number)) : result;
}

/** The sums of the rows of dy [tokens, width] that have the same token: [rows, width]. */
export function referenceEmbedGradient(
  dy: Float32Array,
  width: number,
  tokens: Float32Array,
  rows: number,
): Float32Array {
  const sums = new Float64Array(rows * width);
  tokens.forEach((token, i) => {
    if (token < 0 || token >= rows) return;
    const at = token * width;
    for (let j = 0; j < width; j++) sums[at + j] = (sums[at + j] as number) + (dy[i * width + j] as number);
  });
  return new Float32Array(sums);
}
