const steps: readonly number[] = [1, 2, 2.5, 5, 10];

/** Rounds away what binary fractions add (0.30000000000000004). */
const tidy = (value: number) => Number(value.toPrecision(12));

/** About `count` round numbers between low and high, both ends included where they are round themselves. */
export function linearTicks(low: number, high: number, count = 5): number[] {
  if (!(high > low)) return Number.isFinite(low) ? [tidy(low)] : [];
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const distance = (step: number) => Math.abs(Math.log((step * power) / rough));
  const step = power * steps.reduce((best, next) => (distance(next) < distance(best) ? next : best));
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) ticks.push(tidy(i * step) + 0);
  return ticks;
}

/** Powers of ten between low and high (both above 0); 1-2-5 where there are fewer than two. */
export function logTicks(low: number, high: number): number[] {
  const decades = (multiples: readonly number[], every = 1) => {
    const ticks: number[] = [];
    for (let e = Math.floor(Math.log10(low)); e <= Math.ceil(Math.log10(high)); e++) {
      if (e % every) continue;
      for (const m of multiples) {
        const tick = tidy(m * 10 ** e);
        if (tick >= low * 0.999 && tick <= high * 1.001) ticks.push(tick);
      }
    }
    return ticks;
  };
  const span = Math.log10(high / low);
  if (span > 6) return decades([1], Math.ceil(span / 5));
  if (span >= 2.3) return decades([1]);
  const coarse = decades([1, 2, 5]);
  return coarse.length >= 2 ? coarse : linearTicks(low, high, 4);
}
