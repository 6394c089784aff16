/**
 * Exponential moving average with the start's bias taken out (Kingma and Ba 2015, section 3): the first values are
 * averages of what there is and not drawn towards zero. `weight` is what the past counts, 0 (nothing) … 1.
 * Gaps (NaN) stay gaps and leave the average as it was.
 */
export function smooth(values: readonly number[], weight: number): readonly number[] {
  if (weight <= 0) return values;
  let [sum, mass] = [0, 0];
  return values.map((value) => {
    if (!Number.isFinite(value)) return value;
    sum = weight * sum + (1 - weight) * value;
    mass = weight * mass + (1 - weight);
    return sum / mass;
  });
}
