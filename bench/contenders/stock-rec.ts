import * as tf from '@tensorflow/tfjs';
import { sequenceInputWidth, sequenceOutputWidth } from '../../src/data/sequences/info';
import type { SequenceWorkload } from '../workload';
import type { Contender } from './contender';
import { adam, inTurn, trainOnBatches } from './stock-layers';

/** One layer of cells that says all its states. Its own defaults are the same but for the gates' hard sigmoid. */
function cells({ config, info }: SequenceWorkload): tf.layers.Layer {
  const { cell, layers } = config.model;
  const inputShape = [info.length, sequenceInputWidth(info)];
  const args = { units: layers[0] as number, returnSequences: true, inputShape };
  switch (cell) {
    case 'rnn':
      return tf.layers.simpleRNN(args);
    case 'gru':
      return tf.layers.gru({ ...args, recurrentActivation: 'sigmoid' });
    case 'lstm':
      return tf.layers.lstm({ ...args, recurrentActivation: 'sigmoid' });
  }
}

/** By hand: on wasm stock's own operation writes integers, whatever type it is asked for. */
function uploadOneHot(symbols: Int32Array, shape: [batch: number, steps: number, width: number]): tf.Tensor3D {
  const values = new Float32Array(symbols.length * shape[2]);
  for (const [i, symbol] of symbols.entries()) values[i * shape[2] + symbol] = 1;
  return tf.tensor3d(values, shape);
}

/** Recurrent layers of stock tfjs with a dense one at every step; symbols are one-hot, and on the device beforehand. */
export function trainRecurrentLayers(workload: SequenceWorkload): Contender {
  const { config, info, batchSize, draw } = workload;
  const outputs = sequenceOutputWidth(info);
  const { batches, weights } = draw();
  const model = tf.sequential();
  model.add(cells(workload));
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }));
  model.compile({ optimizer: adam(config.train), loss: 'categoricalCrossentropy' });
  // Stock's GRU has one bias per gate.
  const known = weights.filter(({ name }) => !name.endsWith('/recurrentBias'));
  model.setWeights(known.map(({ values, shape }) => tf.tensor(values, [...shape])));
  const oneHot = (of: Int32Array, width: number) => uploadOneHot(of, [batchSize, info.length, width]);
  const uploaded = batches.map(({ inputs, targets }) => ({
    inputs: oneHot(inputs, sequenceInputWidth(info)),
    targets: oneHot(targets, outputs),
  }));
  return trainOnBatches(model, inTurn(uploaded));
}
