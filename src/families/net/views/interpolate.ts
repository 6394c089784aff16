/** The value at x of the line through (xs[i], ys[i]), xs rising; the end values hold beyond the ends. */
export function interpolate(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number {
  let [low, high] = [0, xs.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((xs[middle] as number) <= x) low = middle;
    else high = middle;
  }
  const [x0, x1] = [xs[low] as number, xs[high] as number];
  const share = x1 > x0 ? Math.min(1, Math.max(0, (x - x0) / (x1 - x0))) : 0;
  return (ys[low] as number) + ((ys[high] as number) - (ys[low] as number)) * share;
}
