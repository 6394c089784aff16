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
  if (initializer.kind === 'standard') return values.map(() => random.normal());
  const fan = initializer.fan === 'in' ? spec.fanIn : (spec.fanIn + spec.fanOut) / 2;
  const deviation = Math.sqrt(initializer.gain / fan);
  if (initializer.kind === 'normal') return values.map(() => random.normal() * deviation);
  const limit = Math.sqrt(3) * deviation;
  return values.map(() => (2 * random.uniform() - 1) * limit);
}
