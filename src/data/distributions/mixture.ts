import type { Stream } from '../../random/stream';
import type { Distribution } from './distribution';
import { normalDensity } from './draw';

interface MixtureOptions {
  readonly id: string;
  readonly coordinates: readonly string[];
  readonly extent: number;
  readonly centres: readonly (readonly number[])[];
  /** Of every mode, in every direction. */
  readonly deviation: number;
  /** Share of each mode; together 1. Equal where they are not given. */
  readonly weights?: readonly number[];
}

/** A mixture of round normal modes. */
export function mixture({ id, coordinates, extent, centres, deviation, weights }: MixtureOptions): Distribution {
  const shares = weights ?? centres.map(() => 1 / centres.length);
  const width = coordinates.length;
  const pick = (random: Stream): readonly number[] => {
    let left = random.uniform();
    const place = shares.findIndex((share) => {
      left -= share;
      return left < 0;
    });
    return centres.at(place) ?? [];
  };
  return {
    id,
    coordinates,
    extent,
    modes: { centres: Float32Array.from(centres.flat()), deviation },
    sample(random, count) {
      const points = new Float32Array(count * width);
      for (let i = 0; i < count; i++) {
        const centre = pick(random);
        for (let j = 0; j < width; j++) points[i * width + j] = (centre[j] ?? 0) + deviation * random.normal();
      }
      return points;
    },
    density: (point) =>
      centres.reduce((sum, centre, k) => {
        const here = centre.reduce((product, c, j) => product * normalDensity((point[j] ?? 0) - c, deviation), 1);
        return sum + (shares[k] ?? 0) * here;
      }, 0),
  };
}
