import { type DataInfo, inputWidth, outputWidth } from '../../data/info';
import { activateOutputs } from '../../engine/losses';
import { type NamedTensors, type ParameterSpec, type RowBatch, type RowModel, trainedBy } from '../../engine/model';
import * as tf from '../../engine/tf';
import { dense } from '../../kernels/dense/op';
import { exampleLoss, meanLoss } from '../../kernels/loss/op';
import { dropout } from '../../kernels/random/op';
import { Problem } from '../../problem';
import type { LossName, OutputKind } from '../../training/names';
import type { NetConfig } from '..';
import { initializers } from '../initializers';

/** The live settings that a step of Net looks at. */
export interface NetSettings {
  readonly dropout: number;
  readonly loss: LossName;
}

/** Widths from the inputs to the outputs. */
function widthsOf(config: NetConfig, info: DataInfo): number[] {
  return [inputWidth(info), ...config.model.layers, outputWidth(info)];
}

/** Widths and activation: what the time of a step depends on. */
export const netShape = (config: NetConfig, info: DataInfo): string =>
  `${widthsOf(config, info).join('-')} ${config.model.activation}`;

function parametersOf(config: NetConfig, info: DataInfo): ParameterSpec[] {
  const widths = widthsOf(config, info);
  const initializer = initializers[config.model.initializer];
  return widths.slice(1).flatMap((fanOut, layer) => {
    const fanIn = widths[layer] as number;
    const fans = { fanIn, fanOut };
    const kernel = { name: `dense${layer}/kernel`, shape: [fanIn, fanOut], initializer, ...fans, penalized: true };
    const bias = {
      name: `dense${layer}/bias`,
      shape: [fanOut],
      initializer: initializers.zero,
      ...fans,
      penalized: false,
    };
    return config.model.bias ? [kernel, bias] : [kernel];
  });
}

function outputKind(info: DataInfo): OutputKind {
  if (info.target.kind === 'numbers') return 'linear';
  return info.target.classes.length === 2 ? 'sigmoid' : 'softmax';
}

/** The live settings of a config for this data. @throws {Problem} for cross-entropy on a number. */
export function netSettings(config: NetConfig, info: DataInfo): NetSettings {
  const { target } = info;
  const natural = target.kind === 'classes' ? 'crossEntropy' : 'squared';
  const loss = config.train.loss === 'auto' ? natural : config.train.loss;
  if (loss === 'crossEntropy' && target.kind === 'numbers')
    throw new Problem('lossNeedsClasses', { target: target.names.join(', ') });
  return { dropout: config.model.dropout, loss };
}

/** Sums over a batch: loss and right answers. */
function measureClasses(kind: OutputKind, losses: tf.Tensor1D, logits: tf.Tensor2D, targets: tf.Tensor2D) {
  const right =
    kind === 'sigmoid'
      ? tf.equal(tf.cast(tf.greater(logits, 0), 'float32'), targets)
      : tf.equal(tf.argMax(logits, 1), tf.argMax(targets, 1));
  return tf.stack([tf.sum(losses), tf.sum(tf.cast(right, 'float32'))]) as tf.Tensor1D;
}

/** Sums over a batch: loss, absolute error in the target's units, squared error, targets, squared targets. */
function measureNumbers(losses: tf.Tensor1D, values: tf.Tensor2D, targets: tf.Tensor2D, deviation: readonly number[]) {
  const error = tf.sub(values, targets);
  return tf.stack([
    tf.sum(losses),
    tf.sum(tf.mul(tf.abs(error), tf.tensor1d([...deviation]))),
    tf.sum(tf.square(error)),
    tf.sum(targets),
    tf.sum(tf.square(targets)),
  ]) as tf.Tensor1D;
}

/** A multilayer perceptron: dense layers with one activation, dropout after each hidden layer, linear outputs. */
export function netModel(config: NetConfig, info: DataInfo): RowModel<NetSettings> {
  const widths = widthsOf(config, info);
  const depth = widths.length - 1;
  const { activation } = config.model;
  const kind = outputKind(info);
  const { target } = info;

  type Hidden = (x: tf.Tensor2D, layer: number) => tf.Tensor2D;
  const forward = (parameters: NamedTensors, inputs: tf.Tensor2D, hidden: Hidden): tf.Tensor2D => {
    let x = inputs;
    for (let layer = 0; layer < depth; layer++) {
      const kernel = parameters[`dense${layer}/kernel`] as tf.Tensor2D;
      const bias = parameters[`dense${layer}/bias`] as tf.Tensor1D | undefined;
      const isLast = layer === depth - 1;
      x = dense(x, kernel, bias, isLast ? 'linear' : activation);
      if (!isLast) x = hidden(x, layer);
    }
    return x;
  };
  const logitsOf = (parameters: NamedTensors, inputs: tf.Tensor2D) => forward(parameters, inputs, (x) => x);

  return {
    ...trainedBy<NetSettings, RowBatch>(
      parametersOf(config, info),
      (parameters, { inputs, targets }, settings, context) => {
        const hidden = (x: tf.Tensor2D, layer: number) =>
          settings.dropout > 0 ? dropout(x, settings.dropout, { ...context, name: `dropout/${layer}` }) : x;
        return meanLoss(settings.loss, kind, forward(parameters, inputs, hidden), targets);
      },
    ),
    multiplyAdds: widths.slice(1).reduce((sum, width, i) => sum + width * (widths[i] as number), 0),
    activationsPerExample: widths.reduce((sum, width) => sum + 3 * width, 0),
    outputs: (parameters, inputs) => activateOutputs(kind, logitsOf(parameters, inputs)),
    measure(parameters, { inputs, targets }, settings) {
      const logits = logitsOf(parameters, inputs);
      const losses = exampleLoss(settings.loss, kind, logits, targets);
      return target.kind === 'classes'
        ? measureClasses(kind, losses, logits, targets)
        : measureNumbers(losses, logits, targets, target.deviation);
    },
    summarize([loss = 0, second = 0, squares = 0, sum = 0, squareSum = 0], count): Record<string, number> {
      if (target.kind === 'classes') return { loss: loss / count, accuracy: second / count };
      const values = count * target.names.length;
      const spread = squareSum - (sum * sum) / values;
      return { loss: loss / count, mae: second / values, r2: spread > 0 ? 1 - squares / spread : 0 };
    },
  };
}
