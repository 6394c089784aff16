import type { Initializer, NamedTensors, ParameterSpec } from '../../engine/model';
import * as tf from '../../engine/tf';
import { dense } from '../../kernels/dense/op';
import { streamKey } from '../../random/stream';
import { slopes } from './activations';
import type { GenActivationName } from './config';
import type { Network } from './network';

export interface PerceptronOptions {
  /** Begins the names of its parameters. */
  readonly name: string;
  /** From the inputs to the outputs. */
  readonly widths: readonly number[];
  readonly activation: GenActivationName;
  readonly initializer: Initializer;
  readonly bias: boolean;
  /** Kernels are divided by their largest singular value (Miyato et al. 2018). */
  readonly spectralNorm?: boolean;
}

/** Steps of the power iteration. It begins anew each time, from the same direction, so that steps hold no state. */
const powerIterations = 5;

/** A kernel [n, m] divided by its largest singular value; the singular vectors are held fast, as in the paper. */
function spectrallyNormalized(kernel: tf.Tensor2D, name: string): tf.Tensor2D {
  const [rows, columns] = kernel.shape;
  const [key] = streamKey(columns, name);
  const start = Float32Array.from({ length: columns }, (_, i) => Math.cos((i + 1) * (1 + (key % 89) / 89)) + 0.5);
  const unit = (v: tf.Tensor2D) => tf.div<tf.Tensor2D>(v, tf.add(tf.sqrt(tf.sum(tf.square(v))), 1e-12));
  const held = heldFast(kernel);
  let right = unit(tf.tensor2d(start, [columns, 1]));
  let left = tf.zeros<tf.Rank.R2>([rows, 1]);
  for (let i = 0; i < powerIterations; i++) {
    left = unit(tf.matMul(held, right));
    right = unit(tf.matMul(held, left, true, false));
  }
  const sigma = tf.sum(tf.mul(left, tf.matMul(kernel, right)));
  return tf.div(kernel, tf.add(sigma, 1e-12));
}

/** The same values, through which no gradient flows. */
const heldFast = <T extends tf.Tensor>(x: T): T =>
  tf.customGrad((value) => ({ value: (value as tf.Tensor).clone(), gradFunc: (dy) => tf.zerosLike(dy) }))(x) as T;

/** Dense layers with one activation between them. */
export function perceptron(options: PerceptronOptions): Network {
  const { name, widths, activation, initializer, bias, spectralNorm = false } = options;
  const depth = widths.length - 1;
  const parameters = widths.slice(1).flatMap((fanOut, layer): ParameterSpec[] => {
    const fanIn = widths[layer] as number;
    const fans = { fanIn, fanOut };
    const at = `${name}/dense${layer}`;
    const kernel = { name: `${at}/kernel`, shape: [fanIn, fanOut], initializer, ...fans, penalized: true };
    const shift = {
      name: `${at}/bias`,
      shape: [fanOut],
      initializer: { kind: 'zero' } as const,
      ...fans,
      penalized: false,
    };
    return bias ? [kernel, shift] : [kernel];
  });

  function layerOf(given: NamedTensors, layer: number) {
    const at = `${name}/dense${layer}`;
    const kernel = given[`${at}/kernel`] as tf.Tensor2D;
    return {
      kernel: spectralNorm ? spectrallyNormalized(kernel, at) : kernel,
      bias: given[`${at}/bias`] as tf.Tensor1D | undefined,
      activation: layer === depth - 1 ? ('linear' as const) : activation,
    };
  }

  return {
    parameters,
    multiplyAdds: widths.slice(1).reduce((sum, width, i) => sum + width * (widths[i] as number), 0),
    activations: widths.reduce((sum, width) => sum + 3 * width, 0),
    outputs(given, inputs) {
      let x = inputs;
      for (let layer = 0; layer < depth; layer++) {
        const { kernel, bias: shift, activation: bend } = layerOf(given, layer);
        x = dense(x, kernel, shift, bend);
      }
      return x;
    },
    along(given, inputs, direction) {
      let x = inputs;
      let along = direction;
      for (let layer = 0; layer < depth; layer++) {
        const { kernel, bias: shift, activation: bend } = layerOf(given, layer);
        along = dense(along, kernel, undefined, 'linear');
        if (bend === 'linear') break;
        x = dense(x, kernel, shift, bend);
        along = tf.mul(along, slopes[bend](x));
      }
      return along;
    },
  };
}
