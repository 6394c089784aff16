import type { SequenceExamples } from '../../data/sequences/dataset';
import { sequenceInputWidth, sequenceOutputWidth } from '../../data/sequences/info';
import { breathe } from '../../engine/breathe';
import type { NamedTensors } from '../../engine/model';
import * as tf from '../../engine/tf';
import type { Trainer } from '../../engine/trainer';
import type { RecModel, RecSettings } from './model';

export type RecTrainer = Trainer<RecSettings, RecModel>;

/** Multiply-adds of work that never holds up a waiting message for long, on the slowest backend. */
const pieceOfWork = 2e7;

/** Inputs of some examples as a tensor, step after step. */
export function inputsOf({ info }: RecModel, examples: SequenceExamples, start: number, count: number): tf.Tensor {
  const { length, inputs } = examples;
  const width = info.input.kind === 'symbols' ? 1 : sequenceInputWidth(info);
  const values = new Float32Array(count * length * width);
  for (let i = 0; i < count; i++)
    for (let t = 0; t < length; t++)
      for (let j = 0; j < width; j++)
        values[(t * count + i) * width + j] = inputs[((start + i) * length + t) * width + j] as number;
  return info.input.kind === 'symbols' ? tf.tensor1d(values) : tf.tensor2d(values, [length * count, width]);
}

const pieceSize = ({ multiplyAdds }: RecModel) => Math.max(1, Math.min(1024, Math.floor(pieceOfWork / multiplyAdds)));

/** What is said of inputs step after step, example after example. */
function read(model: RecModel, parameters: NamedTensors, inputs: tf.Tensor, batch: number): tf.Tensor {
  const steps = model.info.length;
  const { logits } = model.pass(parameters, inputs, { steps, batch });
  return tf.transpose(tf.reshape(model.read(logits), [steps, batch, -1]), [1, 0, 2]);
}

/**
 * What the network says at every step of the first `count` examples: probabilities or standardized values,
 * count × T × outputs.
 */
export async function answersTo(
  { compute }: Pick<RecTrainer, 'compute'>,
  model: RecModel,
  examples: SequenceExamples,
  count: number,
): Promise<Float32Array> {
  const { length } = examples;
  const outputs = sequenceOutputWidth(model.info);
  const size = pieceSize(model);
  const said = new Float32Array(count * length * outputs);
  for (let start = 0; start < count; start += size) {
    if (start > 0) await breathe();
    const batch = Math.min(size, count - start);
    const piece = compute((parameters) => read(model, parameters, inputsOf(model, examples, start, batch), batch));
    said.set(await piece.data<'float32'>(), start * length * outputs);
    piece.dispose();
  }
  return said;
}

/** The same of examples that are asked again and again: in a pass that is made once, where they are no more than a piece. */
export function createAnswers(
  model: RecModel,
  examples: SequenceExamples,
): (trainer: RecTrainer) => Promise<Float32Array> {
  const { count } = examples;
  let pass: ReturnType<RecTrainer['repeat']> | null = null;
  return (trainer) => {
    if (count === 0 || count > pieceSize(model)) return answersTo(trainer, model, examples, count);
    pass ??= trainer.repeat(
      () => inputsOf(model, examples, 0, count),
      (parameters, inputs) => read(model, parameters, inputs, count),
    );
    return pass.run();
  };
}
