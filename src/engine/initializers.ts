import { stream } from '../random/stream';
import type { ParameterSpec } from './model';

/**
 * Start values of one parameter, from the seed's stream of its name.
 * Scaled normals and uniforms have variance gain / fan, where fan is fan-in or the mean of fan-in and fan-out:
 * LeCun et al. 1998 (gain 1, fan-in), Glorot and Bengio 2010 (gain 1, average), He et al. 2015 (gain 2, fan-in).
 */
export function initialValues(spec: ParameterSpec, seed: number): Float32Array {
  const size = spec.shape.reduce((product, side) => product * side, 1);
  const random = stream(seed, `init/${spec.name}`);
  const { initializer } = spec;
  const values = new Float32Array(size);
  if (initializer.kind === 'zero') return values;
  if (initializer.kind === 'one') return values.fill(1);
  if (initializer.kind === 'orthogonal') return orthogonal(spec, random.normal);
  if (initializer.kind === 'block') {
    const { block, value } = initializer;
    return values.fill(value, block * spec.fanOut, (block + 1) * spec.fanOut);
  }
  if (initializer.kind === 'standard') return values.map(() => random.normal());
  const fan = initializer.fan === 'in' ? spec.fanIn : (spec.fanIn + spec.fanOut) / 2;
  const deviation = Math.sqrt(initializer.gain / fan);
  if (initializer.kind === 'normal') return values.map(() => random.normal() * deviation);
  const limit = Math.sqrt(3) * deviation;
  return values.map(() => (2 * random.uniform() - 1) * limit);
}

/** Orthogonal matrices side by side: normal ones, made orthonormal row by row (Gram and Schmidt, twice for precision). */
function orthogonal({ shape }: ParameterSpec, normal: () => number): Float32Array {
  const [side = 0, width = 0] = shape;
  const values = new Float32Array(side * width);
  for (let block = 0; block < width / side; block++) {
    const rows: Float64Array[] = [];
    for (let i = 0; i < side; i++) {
      const row = Float64Array.from({ length: side }, normal);
      for (let pass = 0; pass < 2; pass++)
        for (const other of rows) {
          const along = row.reduce((sum, value, j) => sum + value * (other[j] as number), 0);
          for (let j = 0; j < side; j++) row[j] = (row[j] as number) - along * (other[j] as number);
        }
      const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
      rows.push(row.map((value) => value / length));
      values.set(rows[i] as Float64Array, i * width + block * side);
    }
  }
  return values;
}
