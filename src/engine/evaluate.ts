import { breathe } from './breathe';
import type { Model, RowModel } from './model';
import type { Pass } from './record/pass';
import * as tf from './tf';
import type { Trainer } from './trainer';

/** Multiply-adds of work that never holds up a waiting message for long, on the slowest backend. */
const pieceOfWork = 2e7;

/** Rows of a fine decision map: the most in one piece. */
const largestPiece = 16_384;

/** Examples in one piece. It follows from the model alone, so that sums are rounded the same way every time. */
function pieceSize(multiplyAdds: number): number {
  return Math.max(1, Math.min(largestPiece, Math.floor(pieceOfWork / Math.max(1, multiplyAdds))));
}

/** Metrics of the first `count` examples of a split, in pieces. */
export async function evaluate<S>(
  trainer: Trainer<S, Model<S>>,
  split: 'train' | 'test',
  count: number,
): Promise<Record<string, number>> {
  const size = pieceSize(trainer.model.multiplyAdds);
  let totals: number[] = [];
  for (let start = 0; start < count; start += size) {
    if (start > 0) await breathe();
    const sums = trainer.measure(split, start, Math.min(size, count - start));
    const values = [...(await sums.data())];
    sums.dispose();
    totals = values.map((value, i) => value + (totals[i] ?? 0));
  }
  return trainer.model.summarize(totals, count);
}

/** The same again and again: in one pass that is made once, where a split is no more than a piece. */
export function createEvaluation<S>(
  trainer: Trainer<S, Model<S>>,
  split: 'train' | 'test',
  count: number,
): () => Promise<Record<string, number>> {
  if (count === 0 || count > pieceSize(trainer.model.multiplyAdds)) return () => evaluate(trainer, split, count);
  const pass = trainer.repeatMeasure(split, 0, count);
  return async () => trainer.model.summarize([...(await pass.run())], count);
}

/** Outputs for encoded inputs, count × outputs, in pieces. `width` is the number of inputs. */
export async function predict(
  { compute }: Pick<Trainer<never, Model<never>>, 'compute'>,
  model: RowModel<never>,
  inputs: Float32Array,
  width: number,
): Promise<Float32Array> {
  const count = inputs.length / width;
  const size = pieceSize(model.multiplyAdds);
  const pieces: Float32Array[] = [];
  for (let start = 0; start < count; start += size) {
    if (start > 0) await breathe();
    const rows = inputs.subarray(start * width, Math.min(start + size, count) * width);
    const piece = compute((parameters) => model.outputs(parameters, tf.tensor2d(rows, [rows.length / width, width])));
    pieces.push(new Float32Array(await piece.data()));
    piece.dispose();
  }
  if (pieces.length === 1) return pieces[0] as Float32Array;
  const joined = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    joined.set(piece, offset);
    offset += piece.length;
  }
  return joined;
}

/**
 * Answers to inputs that come again and again. They stay on the device, and are answered in one pass where they are no
 * more than a piece. The same array means the same inputs.
 */
export function createPredictor<S>(
  trainer: Trainer<S, Model<S>>,
  model: RowModel<S>,
  width: number,
): (inputs: Float32Array) => Promise<Float32Array> {
  const passes = new Map<Float32Array, Pick<Pass, 'run'>>();
  return async (inputs) => {
    const count = inputs.length / width;
    if (count > pieceSize(model.multiplyAdds)) return predict(trainer, model, inputs, width);
    const pass =
      passes.get(inputs) ??
      trainer.repeat(
        () => tf.tensor2d(inputs, [count, width]),
        (parameters, held) => model.outputs(parameters, held),
      );
    passes.set(inputs, pass);
    return pass.run();
  };
}
