import { type FeedLayout, feedLayout, writeClock, writeCoefficients } from '../../src/engine/feed';
import { layoutOf, nameTensors, pack, penaltyMask, unpackList } from '../../src/engine/layout';
import type { ParameterSpec } from '../../src/engine/model';
import type { StepProgram } from '../../src/engine/step';
import * as tf from '../../src/engine/tf';
import { batchRows } from '../../src/kernels/batch/op';
import { dense } from '../../src/kernels/dense/op';
import { meanLoss } from '../../src/kernels/loss/op';
import { optimize } from '../../src/kernels/optimize/op';
import { dropout } from '../../src/kernels/random/op';
import { configOf } from '../unit/engine/helpers';
import { drawValues } from '../unit/kernels/cases';

export interface NetShape {
  /** From the inputs to the outputs. */
  readonly widths: readonly number[];
  readonly batchSize: number;
  readonly examples: number;
  readonly dropout?: number;
  readonly clipNorm?: boolean;
  /** Rows of the feed. */
  readonly rows?: number;
  /** Something to be done to the loss. */
  readonly also?: (loss: tf.Scalar) => tf.Scalar;
}

/** A net of dense layers in training with Adam, as the trainer does it, without the trainer. */
export interface NetProgram extends StepProgram {
  /** Rows of the feed from a step on. */
  feedFrom(step: number): Float32Array;
  readonly state: tf.Tensor2D;
  /** What it says to one input. */
  predict(): tf.Tensor;
  dispose(): void;
}

const settings = { ...configOf().train, optimizer: 'adam', clipNorm: 0.3 } as const;

export function netProgram(shape: NetShape): NetProgram {
  const { widths, batchSize, examples } = shape;
  const specs: ParameterSpec[] = widths.slice(1).flatMap((fanOut, layer) => {
    const fanIn = widths[layer] as number;
    const common = { fanIn, fanOut, initializer: { kind: 'standard' } } as const;
    return [
      { ...common, name: `kernel${layer}`, shape: [fanIn, fanOut], penalized: true },
      { ...common, name: `bias${layer}`, shape: [fanOut], penalized: false },
    ];
  });
  const layout = layoutOf(specs);
  const { total } = layout;
  const feed: FeedLayout = { ...feedLayout(1, batchSize), ...(shape.rows ? { rows: shape.rows } : {}) };
  const [inputs = 0, outputs = 0] = [widths[0], widths.at(-1)];
  const data = {
    inputs: tf.tensor2d(drawValues('inputs', examples * inputs), [examples, inputs]),
    targets: tf.tidy(() => tf.softmax(tf.tensor2d(drawValues('targets', examples * outputs), [examples, outputs]))),
  };
  const mask = tf.tensor1d(penaltyMask(layout));
  const values = new Float32Array(3 * total);
  values.set(drawValues('parameters', total).map((value) => value / 20));
  let state = tf.tensor2d(values, [3, total]);

  const forward = (leaves: readonly tf.Tensor[], x: tf.Tensor2D, now: tf.Tensor1D | null) => {
    const named = nameTensors(layout, leaves);
    for (let layer = 0; layer < widths.length - 1; layer++) {
      const isLast = layer === widths.length - 2;
      const kernel = named[`kernel${layer}`] as tf.Tensor2D;
      x = dense(x, kernel, named[`bias${layer}`] as tf.Tensor1D, isLast ? 'linear' : 'relu');
      if (now && shape.dropout && !isLast) x = dropout(x, shape.dropout, { seed: 7, name: `dropout/${layer}`, now });
    }
    return x;
  };
  const leavesOf = () => unpackList(layout, tf.reshape<tf.Rank.R1>(state, [state.size]));

  return {
    feed,
    losses: 1,
    changing: () => [state],
    get state() {
      return state;
    },
    feedFrom(step) {
      const rows = new Float32Array(feed.rows * feed.width);
      for (let i = 0; i < feed.rows; i++) {
        const row = rows.subarray(i * feed.width, (i + 1) * feed.width);
        writeClock(row, step + i, false);
        writeCoefficients(row, feed.coefficients[0] as number, settings, 0.01 / (1 + step + i), step + i + 1);
        for (let k = 0; k < batchSize; k++) row[feed.indices + k] = ((step + i) * batchSize + k * 7) % examples;
      }
      return rows;
    },
    step: (now) =>
      tf.tidy(() => {
        const x = batchRows(data.inputs, now, feed.indices, batchSize);
        const y = batchRows(data.targets, now, feed.indices, batchSize);
        const lossOf = (...leaves: tf.Tensor[]) => {
          const loss = meanLoss('crossEntropy', 'softmax', forward(leaves, x, now), y);
          return shape.also ? shape.also(loss) : loss;
        };
        const { value, grads } = tf.valueAndGrads(lossOf)(leavesOf());
        const before = state;
        const coefficients = feed.coefficients[0] as number;
        const attrs = { from: 0, count: total, coefficients, clipNorm: shape.clipNorm ?? false, average: false };
        state = tf.keep(optimize(before, pack(grads), mask, now, { optimizer: 'adam', ...attrs }));
        before.dispose();
        return tf.reshape<tf.Rank.R1>(value, [1]);
      }),
    predict: () => tf.tidy(() => forward(leavesOf(), tf.ones([1, inputs]), null)),
    dispose: () => tf.dispose([data, mask, state]),
  };
}
