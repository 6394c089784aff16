import { Problem } from '../../problem';
import type { Distribution } from './distribution';
import { normalDensity } from './draw';

/** How far a sample strays from its point, as a share of the extent: enough to be no copy, too little to be seen. */
const jitterShare = 0.01;

interface DrawnOptions {
  readonly id?: string;
  readonly coordinates?: readonly [x: string, y: string];
  /** Half the width of what was drawn on; without it, as far as the points reach. */
  readonly extent?: number;
}

/**
 * The distribution of points that a person drew (x, y, x, y …) or that a table gave: each is as likely as any other,
 * and a sample is one of them with a little normal jitter, so its density is that of a kernel estimate. Points that
 * are not finite are left out.
 * @throws {Problem} `noDrawnPoints` where none is left.
 */
export function drawnDistribution(
  points: Float32Array,
  { id = 'drawn', coordinates = ['x', 'y'], extent: given }: DrawnOptions = {},
): Distribution {
  const kept: number[] = [];
  let reach = 0;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i] ?? 0;
    const y = points[i + 1] ?? 0;
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    kept.push(x, y);
    reach = Math.max(reach, Math.abs(x), Math.abs(y));
  }
  const total = kept.length / 2;
  if (total === 0) throw new Problem('noDrawnPoints');
  const size = given ?? (reach || 1);
  const deviation = jitterShare * size;
  return {
    id,
    coordinates,
    extent: Math.max(size, reach + 4 * deviation),
    sample(random, count) {
      const out = new Float32Array(2 * count);
      for (let i = 0; i < count; i++) {
        const at = 2 * random.integer(total);
        out[2 * i] = (kept[at] ?? 0) + deviation * random.normal();
        out[2 * i + 1] = (kept[at + 1] ?? 0) + deviation * random.normal();
      }
      return out;
    },
    density({ 0: x = 0, 1: y = 0 }) {
      let sum = 0;
      for (let i = 0; i < kept.length; i += 2)
        sum += normalDensity(x - (kept[i] ?? 0), deviation) * normalDensity(y - (kept[i + 1] ?? 0), deviation);
      return sum / total;
    },
  };
}
