import type { Distribution } from '../../../data/distributions/distribution';

type Modes = NonNullable<Distribution['modes']>;

/** How far from a mode a sample may lie, in its deviations, to be of high quality. */
const reach = 3;

export interface ModeCoverage {
  /** Modes with at least one sample of high quality, and how many there are. */
  readonly covered: number;
  readonly modes: number;
  /** Share of all samples that lie within three deviations of the nearest mode. */
  readonly highQuality: number;
  /** Per mode: its share of the samples of high quality. */
  readonly shares: Float64Array;
  /**
   * Divergence of the modes' shares of the samples from those of the data, KL(samples ‖ data), in nats: 0 where they
   * agree, ln 8 where all samples are of one of eight equal modes. NaN where no sample is of high quality, infinite
   * where there are samples of a mode that the data lack.
   */
  readonly reverseKl: number;
}

/** How many of the points (n × d) lie within reach of each mode, each counted for the nearest. */
function countModes(points: Float32Array, { centres, deviation }: Modes, d: number): Float64Array {
  const counts = new Float64Array(centres.length / d);
  const limit = (reach * deviation) ** 2;
  for (let at = 0; at + d <= points.length; at += d) {
    let nearest = -1;
    let least = limit;
    for (let k = 0; k < counts.length; k++) {
      let squares = 0;
      for (let j = 0; j < d; j++) squares += ((points[at + j] as number) - (centres[k * d + j] as number)) ** 2;
      if (squares > least) continue;
      // A coordinate that is not a number is near no mode.
      if (Number.isNaN(squares)) continue;
      nearest = k;
      least = squares;
    }
    if (nearest >= 0) counts[nearest] = (counts[nearest] as number) + 1;
  }
  return counts;
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/**
 * How samples (n × d) fall on the modes of what they imitate. Samples that are not finite are of no mode and count
 * against the quality; without any sample the quality is NaN.
 *
 * Source: Srivastava et al., "VEEGAN", NeurIPS 2017 (modes and high quality); Lin et al., "PacGAN: The power of two
 * samples in generative adversarial networks", NeurIPS 2018 (reverse KL).
 */
export function modeCoverage(samples: Float32Array, data: Float32Array, modes: Modes, d: number): ModeCoverage {
  const counts = countModes(samples, modes, d);
  const dataCounts = countModes(data, modes, d);
  const total = sum(counts);
  const dataTotal = sum(dataCounts);
  const shares = counts.map((count) => (total > 0 ? count / total : 0));
  let reverseKl = total > 0 ? 0 : Number.NaN;
  for (const [k, share] of shares.entries())
    if (share > 0) reverseKl += share * Math.log(share / ((dataCounts[k] ?? 0) / dataTotal));
  return {
    covered: counts.filter((count) => count > 0).length,
    modes: counts.length,
    highQuality: total / Math.floor(samples.length / d),
    shares,
    reverseKl,
  };
}
