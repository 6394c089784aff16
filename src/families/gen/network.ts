import type { NamedTensors, ParameterSpec } from '../../engine/model';
import type * as tf from '../../engine/tf';

/** A network of which a step wants to know more than its outputs. */
export interface Network {
  readonly parameters: readonly ParameterSpec[];
  /** Multiply-adds for one row. */
  readonly multiplyAdds: number;
  /** Floats kept for one row. */
  readonly activations: number;
  /** [rows, outputs], before any output activation. */
  outputs(parameters: NamedTensors, inputs: tf.Tensor2D): tf.Tensor2D;
  /**
   * The derivative of the outputs at `inputs` along `direction`, both [rows, inputs]; it can be differentiated by the
   * parameters. With the gradient of the output as direction it is that gradient's squared length, so that penalties on
   * gradients need no gradient of a gradient.
   */
  along(parameters: NamedTensors, inputs: tf.Tensor2D, direction: tf.Tensor2D): tf.Tensor2D;
}
