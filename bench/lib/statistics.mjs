/** The value below which a share of the values lies, interpolated. */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  return sorted[low] + (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]) * (at - low);
}

export const median = (values) => quantile(values, 0.5);

/** Half of the range of the middle half of the values, as a share of their median. */
const spread = (values) => (quantile(values, 0.75) - quantile(values, 0.25)) / 2 / median(values);

/** How many times as fast as `base`: the median over rounds, each of which saw the same state of the machine. */
const speedup = (row, base) =>
  base && row.msPerStep.length > 0 ? median(row.msPerStep.map((ms, round) => base.msPerStep[round] / ms)) : null;

/** Adds to each measured row of one workload what the table shows. */
export function summarize(rows) {
  const timed = rows.filter(({ msPerStep }) => msPerStep.length > 0);
  const typical = ({ msPerStep }) => median(msPerStep);
  const fastest = (candidates) => candidates.sort((a, b) => typical(a) - typical(b))[0];
  const stock = fastest(timed.filter(({ runner }) => runner.startsWith('tf.')));
  const handwritten = timed.find(({ runner }) => runner === 'hand-written');
  return rows.map((row) => {
    if (row.msPerStep.length === 0) return row;
    const layers = timed.find(({ runner, backend }) => runner === 'tf.layers' && backend === row.backend);
    const ms = typical(row);
    return {
      ...row,
      medianMs: ms,
      scriptMs: median(row.scriptMsPerStep),
      spread: spread(row.msPerStep),
      stepsPerSecond: 1000 / ms,
      examplesPerSecond: (1000 * row.batchSize) / ms,
      timesLayers: speedup(row, layers),
      timesBestStock: speedup(row, stock),
      timesHandwritten: speedup(row, handwritten),
    };
  });
}

/** Adds to a run that is drawn while it trains what the table shows. */
export function summarizeMaps(row) {
  if (row.unavailable) return row;
  const kept = row.stepsDrawn.map((steps, round) => steps / row.stepsAlone[round]);
  return {
    ...row,
    perSecond: median(row.mapsPerSecond),
    alone: median(row.stepsAlone),
    drawn: median(row.stepsDrawn),
    kept: median(kept),
    spread: spread(kept),
    pause: median(row.pauseMs),
  };
}
