/** Mean losses of the parts of a model since they were taken last, as `partLoss`. */
export function createMeans() {
  let sums: Record<string, { sum: number; count: number }> = {};
  return {
    /** @param losses of steps, one after another, for each of the parts */
    add(parts: readonly string[], losses: Float32Array) {
      losses.forEach((loss, i) => {
        const name = `${parts[i % parts.length]}Loss`;
        const { sum, count } = sums[name] ?? { sum: 0, count: 0 };
        sums[name] = { sum: sum + loss, count: count + 1 };
      });
    },
    take(): Record<string, number> {
      const means = Object.fromEntries(Object.entries(sums).map(([name, { sum, count }]) => [name, sum / count]));
      sums = {};
      return means;
    },
  };
}
