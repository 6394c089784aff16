export interface Fit {
  readonly actual: ArrayLike<number>;
  readonly predicted: ArrayLike<number>;
}

/** One of several outputs: from rows × outputs to rows. */
export function outputOf({ actual, predicted }: Fit, output: number, outputs: number): Fit {
  const pick = (values: ArrayLike<number>) =>
    Array.from({ length: values.length / outputs }, (_, row) => values[row * outputs + output] as number);
  return { actual: pick(actual), predicted: pick(predicted) };
}

export interface FitScores {
  /** 1 − Σ(y − ŷ)² ⁄ Σ(y − ȳ)²; NaN where all y are the same. */
  readonly r2: number;
  /** Mean of |y − ŷ|, in the target's own units. */
  readonly mae: number;
}

export function fitScores({ actual, predicted }: Fit): FitScores {
  const count = actual.length;
  if (count === 0) return { r2: Number.NaN, mae: Number.NaN };
  const values = Array.from(actual);
  const mean = values.reduce((sum, y) => sum + y, 0) / count;
  let [residual, spread, distance] = [0, 0, 0];
  values.forEach((y, i) => {
    const error = y - (predicted[i] as number);
    residual += error * error;
    distance += Math.abs(error);
    spread += (y - mean) ** 2;
  });
  return { r2: spread > 0 ? 1 - residual / spread : Number.NaN, mae: distance / count };
}
