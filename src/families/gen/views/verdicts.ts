import { sampleGrid } from '../../../canvas/grid';
import { rasterSize } from '../view';

/** What the discriminator says at a place of the plane or the line, 0 … 1; coordinates from −extent to extent. */
export function verdictAt(verdict: Float32Array, extent: number, x: number, y?: number): number {
  const unit = (value: number) => (value / extent + 1) / 2;
  if (y !== undefined) {
    return sampleGrid({ size: rasterSize, outputs: 1, values: verdict }, unit(x), 1 - unit(y))[0] as number;
  }
  const place = Math.min(rasterSize - 1, Math.max(0, unit(x) * rasterSize - 0.5));
  const near = Math.floor(place);
  const far = Math.min(rasterSize - 1, near + 1);
  return (verdict[near] as number) + ((verdict[far] as number) - (verdict[near] as number)) * (place - near);
}

/** The share of points that is taken for real; NaN for none. */
export function shareCalledReal(
  points: Float32Array,
  coordinates: number,
  verdict: Float32Array,
  extent: number,
): number {
  const count = Math.floor(points.length / coordinates);
  let real = 0;
  for (let i = 0; i < count; i++) {
    const [x, y] = [points[i * coordinates] as number, points[i * coordinates + 1] as number];
    if (verdictAt(verdict, extent, x, coordinates === 2 ? y : undefined) > 0.5) real += 1;
  }
  return real / count;
}
