import * as tf from '@tensorflow/tfjs';
import type { TrainingWorkload, WorkloadData } from '../workload';
import type { Contender } from './contender';
import { adam, countStock, inTurn, trainOnBatches } from './stock-layers';

interface RowBatch {
  readonly inputs: tf.Tensor2D;
  readonly targets: tf.Tensor2D;
}

/** The batches in turn, uploaded once: stock tfjs is spared the shuffling and gathering that our trainer does. */
function batchesInTurn({ widths, config }: TrainingWorkload, { batches }: WorkloadData): () => RowBatch {
  const { batchSize } = config.train;
  const uploaded = batches.map(({ inputs, targets }) => ({
    inputs: tf.tensor2d(inputs, [batchSize, widths[0]!]),
    targets: tf.tensor2d(targets, [batchSize, widths[widths.length - 1]!]),
  }));
  return inTurn(uploaded);
}

/** Dense layers and `trainOnBatch`. */
export function trainWithLayers(workload: TrainingWorkload): Contender {
  const { widths } = workload;
  const data = workload.draw();
  const binary = widths[widths.length - 1] === 1;
  const model = tf.sequential();
  widths.slice(1).forEach((units, layer) => {
    const head = binary ? 'sigmoid' : 'softmax';
    const activation = layer === widths.length - 2 ? head : 'relu';
    model.add(tf.layers.dense({ units, activation, ...(layer === 0 && { inputShape: [widths[0]!] }) }));
  });
  model.compile({
    optimizer: adam(workload.config.train),
    loss: binary ? 'binaryCrossentropy' : 'categoricalCrossentropy',
  });
  model.setWeights(data.weights.map(({ values, shape }) => tf.tensor(values, [...shape])));
  return trainOnBatches(model, batchesInTurn(workload, data));
}

/** Plain operations and `optimizer.minimize`; losses stay on the device until they are asked for. */
export function trainWithCore(workload: TrainingWorkload): Contender {
  const { widths } = workload;
  const data = workload.draw();
  const depth = widths.length - 1;
  const binary = widths[depth] === 1;
  const variables = data.weights.map(({ values, shape }) => tf.variable(tf.tensor(values, [...shape])));
  const optimizer = adam(workload.config.train);
  const nextBatch = batchesInTurn(workload, data);
  const lossOf =
    ({ inputs, targets }: RowBatch) =>
    () => {
      let x = inputs;
      for (let layer = 0; layer < depth; layer++) {
        const z: tf.Tensor2D = tf.add(tf.matMul(x, variables[2 * layer]!), variables[2 * layer + 1]!);
        x = layer < depth - 1 ? tf.relu(z) : z;
      }
      const loss = binary ? tf.losses.sigmoidCrossEntropy : tf.losses.softmaxCrossEntropy;
      return loss<tf.Tensor2D, tf.Scalar>(targets, x);
    };
  let losses: tf.Scalar[] = [];
  return {
    steps(count) {
      for (let i = 0; i < count; i++) losses.push(optimizer.minimize(lossOf(nextBatch()), true) as tf.Scalar);
    },
    async losses() {
      const taken = losses;
      losses = [];
      const joined = tf.stack(taken);
      tf.dispose(taken);
      const values = await joined.data();
      joined.dispose();
      return values;
    },
    count: countStock,
  };
}
