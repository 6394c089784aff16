import type { Stream } from '../../random/stream';

export type NoiseName = 'normal' | 'uniform';

/** Latents as training draws them: standard normal, or uniform in [−1, 1). */
export function drawLatents(random: Stream, count: number, noise: NoiseName): Float32Array {
  return Float32Array.from({ length: count }, () => (noise === 'normal' ? random.normal() : 2 * random.uniform() - 1));
}

/** Places along a side of a lattice of latents at equal steps of probability: each stands for as many of them. */
export const latticePlaces = (noise: NoiseName, side: number): number[] =>
  Array.from({ length: side }, (_, i) => {
    const share = (i + 0.5) / side;
    return noise === 'uniform' ? 2 * share - 1 : normalQuantile(share);
  });

/**
 * The value below which a share of the standard normal distribution lies; its relative error is below 1.2e-9.
 * Acklam's rational approximation, 2003.
 * @param share in (0, 1)
 */
export function normalQuantile(share: number): number {
  const low = 0.02425;
  const ratio = (above: readonly number[], below: readonly number[], x: number) => {
    const horner = (coefficients: readonly number[]) => coefficients.reduce((sum, c) => sum * x + c, 0);
    return horner(above) / horner(below);
  };
  const tailAbove = [
    -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ];
  const tailBelow = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1];
  const middleAbove = [
    -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
    2.506628277459239,
  ];
  const middleBelow = [
    -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1, 1,
  ];
  if (share < low) return ratio(tailAbove, tailBelow, Math.sqrt(-2 * Math.log(share)));
  if (share > 1 - low) return -normalQuantile(1 - share);
  const q = share - 0.5;
  return q * ratio(middleAbove, middleBelow, q * q);
}
