import type { SequenceExamples } from '../../data/sequences/dataset';
import { sequenceInputWidth, sequenceOutputWidth } from '../../data/sequences/info';
import { breathe } from '../../engine/breathe';
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
    const piece = compute((parameters) => {
      const { logits } = model.pass(parameters, inputsOf(model, examples, start, batch), { steps: length, batch });
      return tf.transpose(tf.reshape(model.read(logits), [length, batch, outputs]), [1, 0, 2]);
    });
    said.set(await piece.data<'float32'>(), start * length * outputs);
    piece.dispose();
  }
  return said;
}

/**
 * What is said at the last step of examples that are asked again and again, all of them T steps long: count × outputs,
 * in passes that are made once.
 */
export function createLastAnswers(
  model: RecModel,
  examples: SequenceExamples,
): (trainer: RecTrainer) => Promise<Float32Array> {
  const { count, length: steps } = examples;
  const outputs = sequenceOutputWidth(model.info);
  const size = pieceSize(model);
  const passOver = (trainer: RecTrainer, start: number) => {
    const batch = Math.min(size, count - start);
    return trainer.repeat(
      () => inputsOf(model, examples, start, batch),
      (parameters, inputs) => {
        const { logits } = model.pass(parameters, inputs, { steps, batch });
        return model.read(tf.slice(logits, [(steps - 1) * batch, 0], [batch, outputs]));
      },
    );
  };
  let passes: ReturnType<typeof passOver>[] | null = null;
  return async (trainer) => {
    passes ??= Array.from({ length: Math.ceil(count / size) }, (_, i) => passOver(trainer, i * size));
    const said = new Float32Array(count * outputs);
    for (const [i, pass] of passes.entries()) {
      if (i > 0) await breathe();
      said.set(await pass.run(), i * size * outputs);
    }
    return said;
  };
}
